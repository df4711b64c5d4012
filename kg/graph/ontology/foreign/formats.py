"""The forms of ontology files, told by how they begin: Turtle, RDF/XML, JSON-LD and their kin.

A name proves nothing: files that end in `.owl` are RDF/XML, Turtle, or no RDF at all. Nothing is
fetched, neither a context of JSON-LD nor an import, and XML may not define long entities, nor any
by others: some lines of those would fill the memory.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

import pyoxigraph as ox

from kg.errors import OntologyError

XML_BEGINNINGS = (b"<?xml", b"<!", b"<rdf:RDF", b"<Ontology ")
XML_ROOT = re.compile(rb"<(?:\w+:)?(\w+)[\s>]")
XML_PREFIX = re.compile(rb"\sxmlns:(\w+)\s*=\s*[\"']([^\"'&]+)[\"']")
ENTITY = re.compile(rb"<!ENTITY\s+(?P<name>[^\s\"']+)\s+[\"'](?P<value>[^\"']*)[\"']")
LONGEST_ENTITY = 300  # they stand for namespaces
ENDINGS = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG}
OBJECTS = re.compile(rb"\{|\[\s*\{")
OLD_SCHEMA, SCHEMA = b"http://schema.org/", b"https://schema.org/"  # one and the same
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# How the forms of OWL begin that are no RDF.
OTHER_FORMS = {
    b"Prefix(": "OWL's functional syntax",
    b"Ontology(": "OWL's functional syntax",
    b"Prefix:": "OWL's Manchester syntax",
    b"Ontology:": "OWL's Manchester syntax",
}
OWL_XML = "Ontology"
REMOTE = "LoadDocumentCallback"

Quads = Iterator[ox.Quad]
Prefixes = Mapping[str, str]


class Parsed:
    """The statements of a file, which are parsed as they are asked for, and its prefixes.

    `form` is the form that the file was taken for. Raises `OntologyError` for a form that is none
    of RDF, and for what is no file of its form.
    """

    def __init__(self, data: bytes, file: str):
        self._data = data.removeprefix(BYTE_ORDER_MARK).replace(OLD_SCHEMA, SCHEMA)
        self._form = _form(self._data, file)
        name = PurePath(file).name
        self._parser = ox.parse(
            input=self._data, format=self._form, base_iri=f"file:///{_safe(name)}"
        )

    def quads(self) -> Quads:
        """Yield the statements."""
        try:
            yield from self._parser
        except (SyntaxError, ValueError) as error:
            raise OntologyError(self._fault(error)) from error

    def _fault(self, error: SyntaxError | ValueError) -> str:
        reason = str(error.args[0]).rstrip()
        if REMOTE in reason:
            return (
                "names a context on the web, which is not fetched:"
                ' write the terms of the context itself into "@context"'
            )
        fault = f"is not {self._form.name}: {reason}"
        line = getattr(error, "lineno", None)
        return f"line {line}, {fault}" if line else fault

    @property
    def prefixes(self) -> Prefixes:
        """The prefixes of the file; all are known when its statements were parsed."""
        found = dict(self._parser.prefixes)
        if self._form == ox.RdfFormat.RDF_XML:
            for prefix, namespace in XML_PREFIX.findall(self._data):
                found[prefix.decode()] = namespace.decode("utf-8", "replace")
        return found


def _form(data: bytes, file: str) -> ox.RdfFormat:
    """Return the form of a file. Raises `OntologyError` for forms that are no RDF."""
    text = data.lstrip()
    if text.startswith(XML_BEGINNINGS):
        _check_xml(text)
        return ox.RdfFormat.RDF_XML
    for beginning, name in OTHER_FORMS.items():
        if text.startswith(beginning):
            raise _no_rdf(name)
    if OBJECTS.match(text):
        return ox.RdfFormat.JSON_LD
    ending = PurePath(file).suffix.lower()
    return ENDINGS.get(ending, ox.RdfFormat.TURTLE)


def _no_rdf(form: str) -> OntologyError:
    return OntologyError(f"is in {form}: save it as Turtle or RDF/XML, as Protégé and ROBOT do")


def _check_xml(text: bytes) -> None:
    """Refuse XML that is no RDF, or whose entities would grow when they are put in."""
    root = XML_ROOT.search(text)
    if root and root[1].decode() == OWL_XML:
        raise _no_rdf("OWL/XML")
    for entity in ENTITY.finditer(text):
        value = entity["value"]
        if b"&" in value or len(value) > LONGEST_ENTITY:
            name = entity["name"].decode("utf-8", "replace")
            raise OntologyError(
                f"defines the XML entity {name} by others, or by a long text, which is not"
                " read: write out what it stands for"
            )


def _safe(name: str) -> str:
    """Return a name of a file as a part of an IRI."""
    return re.sub(r"[^\w.-]", "-", name, flags=re.ASCII)
