"""A graph as one page that a browser opens without any network, to find out who, what and why.

A store comes in, HTML goes out: officials, meetings, documents, tasks, organs and set phrases, laid out beforehand, to
search, to filter and to ask for the sentences behind: a click on 方致远 shows his posts, his meetings, and
`县委书记方致远主持召开县委常委会会议` with date and article. vis-network, as pyvis brings it, draws; all else is
in `data/page`. What the articles say is hostile until shown otherwise: it reaches the page as JSON and is shown as text
alone, and the page's own policy lets no script run but those it was written with, and nothing load.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from string import Template

import pyoxigraph as ox

from zhengmai import resources
from zhengmai.draw import Choice
from zhengmai.draw.choice import choose
from zhengmai.draw.content import content
from zhengmai.draw.material import gather

# The last one starts the page.
SCRIPTS = ("words.js", "data.js", "picture.js", "labels.js", "card.js", "panel.js", "svg.js", "page.js")
_MAP = re.compile(r"//# sourceMappingURL=\S*")  # a browser's tools would ask for it


def page(store: ox.Store, choice: Choice | None = None) -> str:
    """The page, to be written in UTF-8. Raises GraphError where nothing has the name in focus."""
    return filled(content(choose(gather(store), choice or Choice())))


def filled(data: dict[str, object]) -> str:
    """The template with the data and all that it needs in it."""
    style = _file("page.css")
    drawing = _MAP.sub("", resources.vis_network().read_text("utf-8"))
    script = "(() => {\n" + "\n".join(_file(name) for name in SCRIPTS) + "\n})();"
    policy = (
        f"default-src 'none'; script-src {_hash(drawing)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    # JSON in a script element ends at `</script` and hides from `<!--` on: neither is left in it.
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    words = words.encode("utf-8", "backslashreplace").decode()
    template = Template(_file("page.html"))
    return template.substitute(policy=policy, style=style, data=words, drawing=drawing, script=script)


def _file(name: str) -> str:
    return resources.page(name).read_text("utf-8")


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"
