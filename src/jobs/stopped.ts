/** What a command says after Ctrl-C: all of them stop cleanly, and this one goes on where it was stopped. */
export const stoppedText = (command: string): string =>
  command === 'reindex'
    ? '已停下，原索引照常使用。再次运行 npm run reindex，从停下处继续。Stopped; the old index stays in use. Run npm run reindex again to go on from here.'
    : '已中止。Stopped.'
