"""The words by which site furniture is known: one pattern a line, all matched without regard to
case.

None of them names a site. They are the buttons, legal lines, list headings and appeals of English
news sites at large.
"""

import re
from collections.abc import Sequence


def _any(patterns: Sequence[str], *, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(patterns), flags)


# Lines of few words that are nothing but furniture, whatever stands around them; matched from the
# start of the line.
BUTTON = _any(
    (
        r"(?:download|get|install|try)\s(?:the|our)\s.{0,60}\bapps?\b",
        (
            r"(?:contribute|donate|subscribe|sign\sup|log\s?in|sign\sin|register|join\sus|support\sus)"
            r"(?:\s(?:today|now|here|free|for\sfree))?\W*$"
        ),
        (
            r"(?:sign\sup|register|subscribe)\s(?:for|to)\s.{0,80}"
            r"\b(?:newsletters?|alerts?|updates|emails?|briefing|podcast|channel|app)\b"
        ),
        r"subscribe\sto\s(?:our|the)\b",
        r"follow\sus\b",
        r"like\sus\son\b",
        (
            r"follow\s.{0,60}\son\s"
            r"(?:twitter|facebook|instagram|telegram|youtube|x|linkedin|whatsapp)\W*$"
        ),
        r"(?:click|tap)\s(?:here|to|on)\b",
        r"get\s(?:our|the)\s.{0,60}\b(?:newsletters?|briefing|alerts|inbox)\b",
        r"don[’']t\smiss\b",
        r"share(?:\s(?:this|on|via|with)\b.{0,60})?\W*$",
        r"share\s.{0,12}tweet",
        r"tweet\W*$",
        r"e-?mail(?:\s(?:this|us)\b.{0,40})?\W*$",
        r"print(?:\sthis\b.{0,30})?\W*$",
        r"copy\slink\W*$",
        r"leave\sa\scomment",
        r"(?:view|show|post)\s(?:all\s)?comments?\b",
        r"(?:\d+\s)?comments?\W*$",
        r"advertisements?\W*$",
        r"\W*(?:story|article)\scontinues\sbelow",
        r"sponsored(?:\s(?:content|by\b.{0,60}))?\W*$",
        r"promoted(?:\scontent)?\W*$",
        r"loading\W*$",
        r"skip\sto\s.{0,30}content",
        r"(?:back|return)\sto\s(?:the\s)?top\W*$",
        r"(?:we|this\s(?:site|website|page))\suses?\scookies",
        r"accept\s(?:all\s)?cookies",
        r"(?:privacy|cookie)\s(?:policy|notice|settings)\W*$",
        r"terms\s(?:of\s(?:use|service)|and\sconditions)\W*",
        r"all\srights\sreserved\b",
        r"(?:copyright\b|©|\(c\)\s\d{4}).{0,160}",
        r"this\smaterial\smay\snot\sbe\spublished",
        r"our\sstandards:",
        (
            r"(?:image|photo|picture|photograph|video)s?\s"
            r"(?:credits?|sources?|by|captions?)\s?:?.{0,80}$"
        ),
        r"(?:image|photo|picture|photograph|video)s?:.{0,80}$",
        r"(?:watch|listen)(?:\snow|\slive|:).{0,80}$",
        r"sources?\s?:?$",
        r"(?:tags?|topics?|filed\sunder|keywords?):.{0,120}$",
        r"\(?(?:additional\s)?(?:reporting|editing|writing|graphic)\sby\s.{0,200}$",
        r".{0,120}\bcontributed\s(?:to\sthis\s(?:report|story|article)|reporting)\.?$",
    )
)
# "Support" begins a headline as well, so it must call out, or name what readers are asked to
# support.
SUPPORT = _any(
    (
        r"support\s(?:the\s)?(?-i:[A-Z0-9]).{0,60}!\W*$",
        (
            r"support\s(?:our|independent|quality|free)\s"
            r"(?:journalism|reporting|work|news|press|media|site)\b.{0,80}$"
        ),
    )
)

# Headings above links to other articles; some name a topic.
MORE = _any(
    (
        (
            r"(?:read|see|find\sout|learn|discover)\s(?:more|also|next|further)"
            r"(?:\s?:.{0,80}|\s(?:about|on|from|here|stories|articles)\b.{0,80})?\W*$"
        ),
        r"also\sread\b.{0,100}",
        (
            r"(?:related|similar|recommended|popular|trending|latest|top|more)\s"
            r"(?:articles?|stories|story|content|coverage|topics|links|reads|posts)\W*$"
        ),
        r"(?:related|recommended|trending)\W*$",
        r"more\s(?:from|on|in|about)\s.{0,60}$",
        r"most\s(?:read|popular|viewed)\W*$",
        r"you\s(?:might|may)\s(?:also\s)?like\W*$",
        r"(?:up|what[’']s|what)\snext\W*$",
        r"editors?[’']?s?\s(?:picks?|choice)\W*$",
        r"elsewhere\son\s.{0,40}$",
    )
)

# The publisher asks its readers for something, speaks of what it makes, and of itself and them; all
# three make an appeal.
PLEA = _any(
    (
        r"\bplease\s(?:consider|support|donate|subscribe|help)\b",
        r"\bconsider\s(?:making\sa|supporting|becoming|subscribing|donating)\b",
        r"\bmak(?:e|ing)\sa\s(?:donation|contribution)\b",
        r"\bbecome\sa\s(?:member|subscriber|supporter|patron)\b",
        r"\bhelp\s(?:us|keep|fund)\b",
        r"\bsupport\sour\b",
        r"\byour\s(?:support|donation|contribution|subscription|inbox)\b",
        r"\b(?:sign\sup|subscribe|donate)\b",
        r"\bwithout\sthe\ssupport\sof\b",
        r"\byou\scan\shelp\b",
    )
)
SITE = _any(
    (
        r"\b(?:journalism|journalists|newsroom|newsletters?|readers|paywall|inbox)\b",
        (
            r"\bour\s(?:reporting|coverage|exclusives|team|stories|reporters|subscribers|work|mission"
            r"|app|website)\b"
        ),
    )
)
SELF = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“”«»]|\bsaid\b|\bsays\b|\btold\b")

# The credit of a picture: capitalised words without a full stop, after the sentence of a caption or
# in brackets.
CREDIT = re.compile(
    # Not after "Gov." and "Capt."
    r"[a-z]{2}(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?][\"”’')]?\s{1,2}"
    r"(?P<credit>(?:(?:Photo(?:graph)?s?|Image|Picture|Credit|Courtesy)s?\s?[:/]?\s?(?:by\s|of\s)?)?"
    r"[A-Z][\w&'’./-]*(?:\s(?:(?:of|and|for|the|via|on)\s)?[A-Z/|][\w&'’./-]*){0,6})$"
)
BRACKETED = re.compile(
    r"[(\[](?:Photo|Image|Picture|Photograph|Credit|File\sphoto)\b[^()\[\]]{0,100}[)\]]",
    re.IGNORECASE,
)
