"""Files, folders and standard input: what is read, and that one bad input never loses a good one."""

import csv
import io
import json
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.text.read import LIMIT, LONGEST, Fault, PassedOver, read

NOBODY = 65534  # the user id that owns nothing
TEXT = "Bridge closed in Oslo\n\nMarch 1, 2008\n\nThe city closed a bridge on Friday. It was old.\n"


def split(found):
    """Articles and faults apart."""
    items = list(found)
    return [item for item in items if isinstance(item, Article)], [
        item for item in items if isinstance(item, Fault)
    ]


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_folder_gives_its_text_files_sorted_and_named_from_the_folder_on(tmp_path):
    news = tmp_path / "news"
    for name in (
        "b.txt",
        "a.txt",
        "deep/c.txt",
        "deep/.hidden.txt",
        ".git/d.txt",
        "notes.css",
        "UPPER.TXT",
    ):
        write(news, name, f"{TEXT}{name}")
    articles, faults = split(read([news]))
    assert [found.source for found in articles] == [
        "news/UPPER.TXT",
        "news/a.txt",
        "news/b.txt",
        "news/deep/c.txt",
    ]
    assert faults == []


@pytest.mark.parametrize(
    "given", ["in/a.txt", "../home/in/a.txt", "{}/in/a.txt", "./in/../in/a.txt"]
)
def test_a_named_file_is_called_by_its_own_name_and_its_text_is_untouched(
    tmp_path, monkeypatch, given
):
    home = tmp_path / "home"
    write(home, "in/a.txt", "Title\r\n\r\nA line.\rAnother — one.\n\n")
    monkeypatch.chdir(home)
    (found,), faults = split(read([given.format(home)]))
    assert found.source == "a.txt"
    assert found.text == "Title\r\n\r\nA line.\rAnother — one.\n\n"
    assert faults == []


@pytest.mark.parametrize("given", ["in", "in/", ".", "..", "../in", "deep/..", "{}/in"])
def test_a_folder_gives_names_from_its_own_on_however_it_is_named(tmp_path, monkeypatch, given):
    write(tmp_path, "in/a.txt", TEXT)
    (tmp_path / "in" / "deep").mkdir()
    monkeypatch.chdir(
        {".": tmp_path / "in", "..": tmp_path / "in" / "deep", "../in": tmp_path / "in"}.get(
            given, tmp_path
        )
    )
    given = "in/deep/.." if given == "deep/.." else given
    (found,), _ = split(read([given.format(tmp_path)]))
    assert found.source == "in/a.txt"


def test_a_path_is_kept_for_who_wants_it(tmp_path, monkeypatch):
    write(tmp_path, "in/a.txt", TEXT)
    monkeypatch.chdir(tmp_path / "in")
    for given, kept in (
        ("../in", "../in/a.txt"),
        (tmp_path / "in" / "a.txt", f"{tmp_path}/in/a.txt"),
        (f"{tmp_path}/in/", f"{tmp_path}/in/a.txt"),
    ):
        (found,), _ = split(read(given, keep_paths=True))
        assert found.source == kept


@pytest.mark.parametrize(
    "name", ["C:\\Users\\ada\\a.txt", "up\\..\\..\\a.txt", "\\\\server\\share\\a.txt"]
)
def test_a_name_made_under_windows_leaves_no_folder_of_another_machine(tmp_path, name):
    path = write(tmp_path, name, TEXT)
    (named,), _ = split(read(path))
    assert named.source == "a.txt"
    (found,), _ = split(read(tmp_path))
    parts = found.source.split("/")
    assert parts[0] == tmp_path.name and parts[-1] == "a.txt"
    assert not {"", ".", "..", "C:"} & set(parts) and "\\" not in found.source


def test_one_path_is_the_list_of_it(tmp_path):
    write(tmp_path, "a.txt", TEXT)
    expected = list(read([str(tmp_path)]))
    for given in (
        str(tmp_path),
        tmp_path,
        [tmp_path],
        {tmp_path},
        iter([str(tmp_path)]),
        (path for path in [tmp_path]),
    ):
        assert list(read(given)) == expected
    assert len(split(read(os.scandir(tmp_path)))[0]) == 1


@pytest.mark.parametrize("given", [b"news", [b"news"], 5, [5], None, {"a.txt": 1}])
def test_what_is_no_path_is_an_error_in_words(given):
    with pytest.raises(InputError, match=r"decode it first|is no path: give a string"):
        list(read(given))


def test_an_open_file_is_no_list_of_paths(tmp_path):
    path = write(tmp_path, "a.txt", TEXT)
    with path.open() as opened, pytest.raises(InputError, match="is no path"):
        list(read(opened))


def test_every_file_of_another_kind_is_accounted_for(tmp_path):
    for name in (
        "a.txt",
        "page.css",
        "deep/PAGE.CSS",
        "deep/scan.png",
        "README",
        ".hidden.css",
        ".git/x.css",
    ):
        write(tmp_path, f"news/{name}", TEXT)
    os.mkfifo(tmp_path / "news" / "pipe.css")
    (tmp_path / "news" / "more.css").symlink_to("page.css")
    passed = [found for found in read(tmp_path / "news") if isinstance(found, PassedOver)]
    assert [(found.source, found.ending) for found in passed] == [
        ("news/README", ""),
        ("news/deep/PAGE.CSS", ".css"),
        ("news/deep/scan.png", ".png"),
        ("news/more.css", ".css"),
        ("news/page.css", ".css"),
    ]


def test_a_feed_in_a_folder_is_read_whatever_it_is_called(tmp_path):
    item = "<item><title>Bridge closed</title><description>Ada Lund closed it.</description></item>"
    feed = f"<rss version='2.0'><channel><title>News</title>{item}</channel></rss>"
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    (tmp_path / "other.xml").write_text("<?xml version='1.0'?><a><b>Ada Lund</b></a>", "utf-8")
    found = list(read(tmp_path))
    assert [each.headline for each in found if isinstance(each, Article)] == ["Bridge closed"]
    [passed] = [each for each in found if isinstance(each, PassedOver)]
    assert passed.source.endswith("other.xml")


def test_letters_that_were_decoded_wrongly_are_repaired_with_a_note(tmp_path):
    given = "Bo Pe\u00f1a\u2019s caf\u00e9 in M\u00e1laga closed on Monday, he said.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(given.encode().decode("windows-1252").encode())
    found = list(read(path))
    assert [each.text for each in found if isinstance(each, Article)] == [given]
    [note] = [each for each in found if isinstance(each, Fault)]
    assert not note.lost and "they were repaired" in note.message
    path.write_bytes(given.encode())
    assert [each.text for each in read(path)] == [given]


MISREAD = [
    ("Ann Lundâ€™s husband, JosÃ© PeÃ±a: â€œNo.â€\u009d", "Ann Lund’s husband, José Peña: “No.”"),
    ("It cost Â£5 â€“ said Ann Lund.", "It cost £5 – said Ann Lund."),
    # the last byte of a closing mark is lost where it was no character
    ("â€œNo,â€ she said. â€œNeverâ€", "“No,” she said. “Never”"),
    ("The château of JosÃ© in SÃO PAULO", "The château of José in SÃO PAULO"),
    # what only looks like it
    ("the châteaux of SÃO João; Ãrea", "the châteaux of SÃO João; Ãrea"),
    ("a naïve café – “yes”, €5", "a naïve café – “yes”, €5"),
]


@pytest.mark.parametrize(("misread", "meant"), MISREAD)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.csv"])
def test_letters_are_repaired_in_every_form_and_in_what_is_said_of_it(
    tmp_path, name, misread, meant
):
    text = f"{misread} {TEXT}"
    row = {"title": misread, "text": text, "author": misread}
    table = io.StringIO()
    writer = csv.DictWriter(table, row)
    writer.writeheader()
    writer.writerow(row)
    content = {".json": json.dumps(row), ".csv": table.getvalue()}
    path = write(tmp_path, name, content.get(Path(name).suffix, text))
    (found,), faults = split(read([path]))
    assert found.text.startswith(meant)
    assert found.headline == meant or Path(name).suffix not in content
    assert len(faults) == (misread != meant)


def test_an_address_is_no_path():
    _, (fault,) = split(read("https://news.example/a"))
    assert "a build fetches nothing" in fault.message and "kg fetch" in fault.message


def test_the_id_depends_on_the_text_and_not_on_where_it_lies(tmp_path):
    one, two = write(tmp_path, "x/a.txt", TEXT), write(tmp_path, "y/b.txt", TEXT)
    (first,), _ = split(read([one]))
    (second,), _ = split(read([two]))
    assert first.id == second.id
    assert first.id.startswith("bridge-closed-in-oslo-")


BAD = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\t\n", "nothing but blanks"),
    ("nbsp.txt", "\u00a0\n".encode(), "nothing but blanks"),
    ("nul.txt", b"abc\0def" * 100, "is binary"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "is binary"),
    ("controls.txt", b"\x01\x02\x03abc" * 50, "is binary"),
    ("marked.txt", b"\xef\xbb\xbfabc \xff\xfe", "is marked as UTF-8 but is not"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD)
def test_a_bad_file_is_a_fault_that_says_what_is_wrong_and_the_rest_is_read(
    tmp_path, name, data, message
):
    bad, good = write(tmp_path, name, data), write(tmp_path, "good.txt", TEXT)
    articles, (fault,) = split(read([bad, good]))
    assert [found.text for found in articles] == [TEXT]
    assert message in fault.message
    assert fault.source.endswith(name)
    assert fault.lost


def test_an_enormous_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as opened:
        opened.truncate(50_000_000)
    articles, (fault,) = split(read([path]))
    assert articles == []
    assert "50 MB" in fault.message
    assert LIMIT < 50_000_000


def test_a_text_that_is_too_long_is_refused_with_its_length_and_the_limit(tmp_path):
    text = ("The mayor closed the bridge. " * (LONGEST // 29 + 1))[:LONGEST]
    long, longer = write(tmp_path, "long.txt", text), write(tmp_path, "longer.txt", text + "!")
    articles, (fault,) = split(read([long, longer]))
    assert [len(found.text) for found in articles] == [LONGEST]
    assert fault.source.endswith("longer.txt") and fault.lost
    assert "1,000,001 characters" in fault.message and "1,000,000" in fault.message


def test_the_file_limit_holds_the_longest_text_of_any_alphabet():
    assert len(("\N{GOTHIC LETTER AHSA}" * LONGEST).encode()) <= LIMIT


def test_a_device_and_a_pipe_are_not_waited_for_when_they_are_named(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    _, faults = split(read(["/dev/zero", tmp_path / "pipe.txt"]))
    assert ["no regular file" in fault.message for fault in faults] == [True, True]


def test_a_missing_file_and_a_broken_link_are_told_apart(tmp_path):
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    _, faults = split(read([tmp_path / "broken.txt", tmp_path / "missing.txt"]))
    assert ["broken link" in fault.message for fault in faults] == [True, False]
    assert "does not exist" in faults[1].message


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path):
    outside = write(tmp_path, "outside/secret.txt", TEXT)
    inside = write(tmp_path, "inside/a.txt", TEXT + "More.")
    (inside.parent / "link.txt").symlink_to(outside)
    (inside.parent / "folder").symlink_to(outside.parent)
    (inside.parent / "loop").symlink_to(inside.parent)
    (inside.parent / "broken.txt").symlink_to("nowhere")
    articles, faults = split(read([inside.parent]))
    assert [found.source for found in articles] == ["inside/a.txt"]
    assert [fault.source for fault in faults] == [
        "inside/broken.txt",
        "inside/folder",
        "inside/link.txt",
        "inside/loop",
    ]
    assert "leads out of the folder" in faults[1].message
    assert "leads out of the folder" in faults[2].message


@contextmanager
def ordinary_user():
    """Whoever runs the tests, without the rights of root, whom no file is closed to."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def test_an_unreadable_file_is_a_fault():
    with TemporaryDirectory() as folder:  # not tmp_path, which other users may not enter
        Path(folder).chmod(0o755)
        path = write(Path(folder), "closed.txt", TEXT)
        path.chmod(0)
        with ordinary_user():
            _, (fault,) = split(read([path]))
    assert "permission" in fault.message


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    _, (fault,) = split(read([tmp_path]))
    assert "no regular file" in fault.message


def test_odd_names_are_made_printable(tmp_path):
    odd = os.fsencode(tmp_path) + b"/odd\xff\n\x07.txt"
    with open(odd, "wb") as opened:  # noqa: PTH123 - a name that is no text
        opened.write(TEXT.encode())
    (found,), _ = split(read([tmp_path]))
    assert found.source.endswith("odd\\udcff\\n\\x07.txt")
    found.source.encode()
    _, (fault,) = split(read(["no\0name.txt"]))
    assert fault.source == "no\\x00name.txt"


def test_the_same_text_twice_is_one_article_and_a_remark(tmp_path):
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT)
    (found,), (remark,) = split(read([tmp_path]))
    assert found.source.endswith("a.txt")
    assert not remark.lost
    assert "same text as" in remark.message


def test_an_empty_folder_is_a_fault(tmp_path):
    _, (fault,) = split(read([tmp_path]))
    assert "no file with an article" in fault.message


def test_standard_input_is_one_article():
    (found,), _ = split(read(["-"], stdin=io.BytesIO(TEXT.encode())))
    assert found.source == "standard input"
    _, (fault,) = split(read(["-"]))
    assert fault.lost


ENCODED = [
    ("utf-8-sig", "Café opened in Zürich — at last. The town was glad of it and came."),
    ("utf-16", "Café opened in Zürich. The town was glad of it and came."),
    (
        "cp1252",
        "The café in Zürich was opened on Friday, and the people of the town were glad of it. “It’s good,” they said.",
    ),
]


@pytest.mark.parametrize(("encoding", "text"), ENCODED)
def test_other_encodings_are_read_where_they_can_be_told(tmp_path, encoding, text):
    (found,), _ = split(read([write(tmp_path, "a.txt", text.encode(encoding))]))
    assert found.text == text


# The beginning of an article in many languages. All names are invented.
FOREIGN = {
    "German": "Die Stadt hat die alte Brücke am Freitag gesperrt, weil sie nicht mehr sicher ist.",
    "French": "La ville a fermé le vieux pont vendredi, parce qu’il n’est plus sûr.",
    "Spanish": "La ciudad cerró el viernes el viejo puente porque ya no es seguro.",
    "Italian": "La città ha chiuso venerdì il vecchio ponte perché non è più sicuro.",
    "Portuguese": "A cidade fechou na sexta-feira a velha ponte porque já não é segura.",
    "Dutch": "De stad heeft de oude brug vrijdag gesloten omdat die niet meer veilig is.",
    "Danish": "Byen lukkede fredag den gamle bro, fordi den ikke længere er sikker.",
    "Swedish": "Staden stängde på fredagen den gamla bron eftersom den inte längre är säker.",
    "Finnish": "Kaupunki sulki perjantaina vanhan sillan, koska se ei ole enää turvallinen.",
    "Polish": "Miasto zamknęło w piątek stary most, ponieważ nie jest już bezpieczny.",
    "Hungarian": "A város pénteken lezárta a régi hidat, mert már nem biztonságos.",
    "Turkish": "Şehir, artık güvenli olmadığı için eski köprüyü cuma günü kapattı.",
    "Russian": "Город закрыл в пятницу старый мост, потому что он больше не безопасен.",
    "Ukrainian": "Місто закрило у п’ятницю старий міст, бо він більше не безпечний.",
    "Greek": "Η πόλη έκλεισε την Παρασκευή την παλιά γέφυρα επειδή δεν είναι πλέον ασφαλής.",
    "Arabic": "أغلقت المدينة الجسر القديم يوم الجمعة لأنه لم يعد آمنا.",
    "Hebrew": "העיר סגרה ביום שישי את הגשר הישן כי הוא כבר לא בטוח.",
    "Hindi": "शहर ने शुक्रवार को पुराना पुल बंद कर दिया क्योंकि वह अब सुरक्षित नहीं है।",
    "Chinese": "由于旧桥不再安全，该市于周五将其关闭。市长说，新桥明年开放。",
    "Japanese": "市は金曜日、古い橋がもう安全ではないため閉鎖した。",
    "Korean": "시는 금요일에 낡은 다리가 더 이상 안전하지 않아 폐쇄했다.",
}


@pytest.mark.parametrize("times", [1, 4, 15], ids=["short", "middle", "long"])
def test_a_text_in_another_language_is_named_and_skipped(tmp_path, times):
    for language, text in FOREIGN.items():
        write(tmp_path, f"{language}.txt", f"{text} " * times)
    articles, faults = split(read(tmp_path))
    named = [
        fault
        for fault in faults
        if f"{fault.source.split('/')[1][:-4]} and is skipped" in fault.message
    ]
    assert articles == []
    assert len(named) >= 20
    assert all(fault.skipped and not fault.lost for fault in faults)


def test_a_text_in_another_language_is_read_on_demand(tmp_path):
    path = write(tmp_path, "a.txt", FOREIGN["German"])
    (found,), (remark,) = split(read(path, any_language=True))
    assert found.language == "de"
    assert "is in German: expect little" in remark.message and not remark.lost


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund, Jens Berg, Bo Dahl, Kari Nilsen, Olaf Ness",
        "Oslo 3 Bergen 2, Lund 1 Berg 0",
        "GLOBEX Q3 REVENUE UP 12 PCT TO USD 4.5 BLN",
        "Ferry runs aground off Marstal",
        "Miller b Singh 6-4 6-2, Costa b Lund 7-5 6-1",
        "Ada Lund",
    ],
)
def test_names_and_figures_are_no_other_language(tmp_path, text):
    articles, faults = split(read(write(tmp_path, "a.txt", text)))
    assert (len(articles), faults) == (1, [])
