import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http'
import { text } from 'node:stream/consumers'

/** An answer with its body read: JSON where it is JSON, else text. */
export type Answer<Body = Record<string, unknown>> = {
  status: number
  body: Body
  headers: Headers
}

type Sent = Pick<RequestOptions, 'method' | 'headers' | 'localAddress'> & { body?: string }

/**
 * So many questions are asked that they share connections and answers come as they are, not compressed. What nobody used
 * for 20 s is closed on this side: the server closes it after 65, and a question sent in that moment is lost.
 */
const agent = new Agent({ keepAlive: true, timeout: 20_000 })

/** Rejects where the server cannot be reached, or is gone before it has answered. */
export async function ask<Body>(url: string, { body, ...sent }: Sent): Promise<Answer<Body>> {
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    request(url, { agent, ...sent }, answered)
      .once('error', failed)
      .end(body)
  })
  const told = await text(response)
  const headers = new Headers()
  for (let at = 0; at < response.rawHeaders.length; at += 2)
    headers.append(String(response.rawHeaders[at]), String(response.rawHeaders[at + 1]))
  const isJson = headers.get('content-type')?.includes('json')
  return {
    status: response.statusCode ?? 0,
    headers,
    body: (isJson && told ? JSON.parse(told) : told) as Body,
  }
}
