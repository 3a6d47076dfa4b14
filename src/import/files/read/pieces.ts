/** Reads on until there is something to judge by, and gives everything back: the beginning, and all of it. */
export async function peek(
  pieces: AsyncIterable<Buffer>,
  isEnough: (head: Buffer) => boolean,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let isOver = false;
  while (!isOver && !isEnough(head)) {
    const next = await iterator.next();
    isOver = next.done === true;
    if (next.done !== true) head = Buffer.concat([head, next.value]);
  }
  return { head, all: onwards(head, iterator, isOver) };
}

async function* onwards(head: Buffer, iterator: AsyncIterator<Buffer>, isOver: boolean): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    while (!isOver) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
