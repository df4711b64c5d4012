/** The part of n3 that the page uses: it parses a text at once. */
declare module "n3/src/N3Parser.js" {
  interface Term { termType: string; value: string; datatype?: Term }
  interface Quad { subject: Term; predicate: Term; object: Term }
  export default class Parser {
    constructor(options?: { baseIRI?: string; blankNodePrefix?: string });
    parse(text: string): Quad[];
  }
}
