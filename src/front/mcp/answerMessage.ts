import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import { languageOf } from '@/i18n/language'
import { problemOf } from '@/workflow/Refused'
import type { Asked } from '../client'
import { refusalOf, whereItFailed } from '../failures'
import { instructions, tools, type Tool } from './tools'

type Answer = { status: number; headers: Record<string, string>; body: string }

/** A server of its own for each message: whoever asks is known to it alone. */
export async function answerMessage(
  asked: Asked,
  headers: Headers,
  message: object,
): Promise<Answer> {
  const server = new McpServer({ name: 'zhiku', title: '知库', version: '1' }, { instructions })
  const language = languageOf(headers.get('accept-language') ?? undefined)
  for (const tool of tools) {
    const { name, title, description, takes: inputSchema } = tool
    const annotations = { readOnlyHint: true, openWorldHint: false }
    server.registerTool(name, { title, description, inputSchema, annotations }, (given) =>
      resultOf(tool, given),
    )
  }
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await server.connect(transport)
  try {
    // Its address is of no matter; the message has been read.
    const request = new Request('http://localhost/mcp', { method: 'POST', headers })
    const response = await transport.handleRequest(request, { parsedBody: message })
    const body = await response.text()
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  } finally {
    await server.close()
  }

  async function resultOf(tool: Tool, given: z.output<z.ZodObject>): Promise<CallToolResult> {
    try {
      const structuredContent = await tool.ask(asked, given)
      return { structuredContent, content: [textOf(JSON.stringify(structuredContent))] }
    } catch (error) {
      const refused = refusalOf(error)
      if (refused !== error) {
        const msg = `MCP failed at ${tool.name}`
        asked.payload.logger.error({ msg, ...whereItFailed(error) })
      }
      const problem = problemOf(refused.code, refused.details, language)
      return { isError: true, content: [textOf(JSON.stringify(problem))] }
    }
  }
}

const textOf = (text: string) => ({ type: 'text' as const, text })
