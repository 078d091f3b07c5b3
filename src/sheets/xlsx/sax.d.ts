/** Of the package, which has no types of its own, what is used here. */
declare module 'sax' {
  export type Tag = { name: string; attributes: Record<string, string> }
  export type Parser = {
    position: number
    onopentag: (tag: Tag) => void
    onclosetag: (name: string) => void
    ontext: (text: string) => void
    oncdata: (text: string) => void
    onerror: (error: Error) => void
    write(text: string): Parser
    close(): void
  }
  const sax: {
    parser(isStrict: true, options: { position: false; strictEntities: true }): Parser
  }
  export default sax
}
