"""Which stores may be asked, with which credentials, and what is told where talking to one fails."""

import socket
import ssl
from pathlib import Path
from urllib.error import URLError

import pytest
from rdf_samples import written
from servers import scripted

from kg.errors import EndpointError
from kg.rdf.push import push
from kg.rdf.remote import PASSWORD, TOKEN, USER, Endpoint, endpoint, endpoint_faults

DONE = (204, (), b"")


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


@pytest.fixture(autouse=True)
def without_credentials(monkeypatch):
    for name in (USER, PASSWORD, TOKEN):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            URLError(socket.gaierror(-2, "Name or service not known")),
            "cannot be reached: Name or service not known",
        ),
        (URLError(ssl.SSLCertVerificationError(1, "self-signed")), "cannot prove who it is"),
        (TimeoutError(), "says nothing for 60 seconds"),
        (ConnectionResetError(), "broke off: ConnectionResetError"),
    ],
)
def test_a_talk_that_fails_is_told_for_people(fault, message):
    with pytest.raises(EndpointError, match=message), endpoint_faults("https://e.org/"):
        raise fault


@pytest.mark.parametrize(
    "url",
    [
        "store",
        "",
        "ftp://e.org/x",
        "http://",
        "http:///x",
        "http://e.org:99999/",
        "https://e.org/a b",
        "https://é.org/",
        "https://[::1",
    ],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(EndpointError, match="is no address of a store"):
        endpoint(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://me:secret@e.org/",
        "https://me:secret@e.org:x/",
        "ftp://me:secret@e.org/",
        "http://secret@127.0.0.1/",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_shown(url):
    with pytest.raises(EndpointError) as caught:
        endpoint(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://e.org/store",
        "http://127.0.0.1.e.org/",
        "http://localhost.e.org/",
        "http://192.168.0.1/",
    ],
)
def test_nothing_goes_to_another_machine_unencrypted_unless_that_is_allowed(monkeypatch, url):
    with pytest.raises(EndpointError, match="unencrypted to another machine"):
        endpoint(url)
    assert endpoint(url, plain_http=True) == Endpoint(url)
    monkeypatch.setenv(TOKEN, "hidden")
    with pytest.raises(EndpointError, match="credentials never travel so") as caught:
        endpoint(url, plain_http=True)
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://localhost:1/", "http://127.0.0.9/", "http://[::1]:7878/store"]
)
def test_this_machine_may_be_asked_unencrypted(url):
    assert endpoint(url).url == url


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, None),
        ({USER: "ann", PASSWORD: "pass:é"}, "Basic YW5uOnBhc3M6w6k="),
        ({TOKEN: "abc"}, "Bearer abc"),
        ({TOKEN: "abc", USER: "ann", PASSWORD: "x"}, "Bearer abc"),
    ],
)
def test_credentials_come_from_the_environment(monkeypatch, folder, given, sent):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with scripted(DONE) as server:
        store = endpoint(server.address)
        push(folder, store)
    assert server.asked[0][2].get("Authorization") == sent
    assert not any(value in repr(store) for value in given.values())


def test_credentials_never_stand_in_a_message(monkeypatch, folder):
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, "open-sesame")
    with (
        scripted((403, (), b"no: Basic YW5uOm9wZW4tc2VzYW1l is open-sesame")) as server,
        pytest.raises(EndpointError) as caught,
    ):
        push(folder, endpoint(server.address))
    assert "no: Basic … is …" in str(caught.value)


@pytest.mark.parametrize(
    "given", [{USER: "a:b"}, {TOKEN: "a\r\nX: y"}, {TOKEN: "é"}, {USER: "a", PASSWORD: "b\n"}]
)
def test_credentials_that_cannot_be_sent_are_refused(monkeypatch, given):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(EndpointError, match="characters that cannot be sent"):
        endpoint("https://e.org/")


def test_no_proxy_is_used(monkeypatch, folder):
    with scripted(DONE) as proxy, scripted(DONE) as server:
        monkeypatch.setenv("http_proxy", proxy.address)
        push(folder, endpoint(server.address))
    assert proxy.asked == []


def test_a_key_in_the_query_of_an_address_is_sent_but_not_shown(folder):
    with scripted((404, (), b"")) as server, pytest.raises(EndpointError) as caught:
        push(folder, endpoint(server.address + "?key=hidden"))
    assert server.asked[0][1] == "/store?key=hidden&default"
    assert "hidden" not in str(caught.value)
