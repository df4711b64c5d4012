// What stands for Node's buffers, which n3 asks for, though it needs them only to read streams, and the page has none.
export const Buffer = class {};
