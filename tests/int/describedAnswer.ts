import { Ajv2020 } from 'ajv/dist/2020.js'
import { anyone } from '../server/people'

type Described = {
  paths: Record<string, Record<string, { responses: Record<string, { content: Content }> }>>
}
type Content = Record<string, { schema: object }>

const { body: openApi } = await anyone().get<Described>('/api/openapi.json')
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'openapi', ...openApi })

/** What is wrong with an answer by the served description; nothing where it is as described. */
export async function describedAnswer(given: {
  path: string
  method?: string
  status: number
  body: unknown
}): Promise<unknown[]> {
  const { path, method = 'get', status, body } = given
  const content = openApi.paths[path]?.[method]?.responses[String(status)]?.content
  const type = content && Object.keys(content)[0]
  if (!type) return [`${method} ${path} does not describe ${status}`]
  const at = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
  const pointer = at.map((key) => encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1')))
  const validate = ajv.getSchema(`openapi#/${pointer.join('/')}`)
  if (!validate) return [`no schema for ${method} ${path}`]
  await validate(body)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
