"""The server of a graph on this machine: the page, the SPARQL 1.1 Protocol, a query page, texts."""

from kg.serve.protocol import Limits, Request, Response, sparql
from kg.serve.server import ENDPOINT, QUESTIONS, Server

__all__ = ["ENDPOINT", "QUESTIONS", "Limits", "Request", "Response", "Server", "sparql"]
