import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail as the server got it: to whom, and everything between DATA and the last dot. */
export type Letter = { to: string; raw: string }

export type SmtpServer = {
  port: number
  letters: Letter[]
  /** What the server says to DATA; 250 takes the mail. */
  answer: { code: string }
  stop: () => Promise<void>
}

/** A mail server that keeps what it is given, on this port or any. */
export async function smtpServer(port = 0): Promise<SmtpServer> {
  const letters: Letter[] = []
  const answer = { code: '250 taken' }
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    void converse(socket)
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    letters,
    answer,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }

  async function converse(socket: Socket): Promise<void> {
    const say = (line: string) => socket.write(`${line}\r\n`)
    let to = ''
    let data: string[] | null = null
    say('220 test')
    for await (const line of createInterface({ input: socket })) {
      if (data) {
        if (line !== '.') data.push(line)
        else {
          if (answer.code.startsWith('250')) letters.push({ to, raw: data.join('\n') })
          data = null
          say(answer.code)
        }
        continue
      }
      const command = line.slice(0, 4).toUpperCase()
      if (command === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
      if (command === 'DATA') data = []
      if (command === 'EHLO') say('250-test\r\n250 AUTH PLAIN')
      else if (command === 'AUTH') say('235 welcome')
      else if (command === 'DATA') say('354 go on')
      else say(command === 'QUIT' ? '221 bye' : '250 ok')
    }
  }
}

/** The subject and text of a mail, decoded. */
export function readable({ raw }: Letter): string {
  const [head = '', ...rest] = raw.split('\n\n')
  const body = rest.join('\n\n')
  const isBase64 = /^content-transfer-encoding: base64/im.test(head)
  const text = isBase64 ? Buffer.from(body, 'base64') : fromQuotedPrintable(body)
  return text.toString('utf8')
}

function fromQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}
