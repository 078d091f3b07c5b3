import { body, json, refusedReading, signedIn } from './operations'
import { rateHeaders } from './readingPaths'
import { oneOf, text, type Schema } from './schema'

const message = (more: Record<string, Schema>, required: string[], example: object): Schema => ({
  type: 'object',
  properties: { jsonrpc: oneOf(['2.0']), id: { type: ['string', 'number'] }, ...more },
  required: ['jsonrpc', ...required],
  example: { jsonrpc: '2.0', id: 1, ...example },
})
const anything: Schema = { type: 'object', additionalProperties: true }

export const mcpPaths = {
  '/mcp': {
    post: {
      tags: ['阅读 Reading'],
      summary: '供智能助手使用（MCP） / For assistants (MCP)',
      description:
        'Streamable HTTP，不设会话，只读；工具 search、read、related。密钥也可写作 Bearer / without sessions, read only; a key may be sent as a bearer’s',
      security: signedIn,
      requestBody: body(
        message({ method: text, params: anything }, ['method'], { method: 'tools/list' }),
      ),
      responses: {
        '200': {
          ...json(
            '好 / fine',
            message({ result: anything, error: anything }, [], { result: { tools: [] } }),
          ),
          headers: rateHeaders,
        },
        '202': { description: '通知已收到 / a notification was taken' },
        ...refusedReading(400, 401, 403, 405, 413, 429),
      },
    },
  },
}
