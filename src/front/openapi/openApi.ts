import { sitePath } from '@/base'
import { bulletinPaths } from './bulletinPaths'
import { importPaths } from './importPaths'
import { mcpPaths } from './mcpPaths'
import { phrasePaths } from './phrasePaths'
import { promotionPaths } from './promotionPaths'
import { readingPaths } from './readingPaths'
import { schemas } from './schemas'
import { stepPaths } from './stepPaths'
import { taskPaths } from './taskPaths'
import { factsPaths } from './factsPaths'
import { usagePaths } from './usagePaths'
import { writingPaths } from './writingPaths'

/** The whole contract, built from the tables it describes. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: '知库接口 / Zhiku API',
    version: '1',
    description:
      '12345 热线知识库。读取只给该读者可见的内容；步骤是改变状态的唯一途径。\n\nReading gives only what this reader may see; steps are the only way a state changes.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: sitePath }],
  paths: {
    ...{
      ...readingPaths,
      ...bulletinPaths,
      ...phrasePaths,
      ...usagePaths,
      ...factsPaths,
      ...mcpPaths,
    },
    ...{ ...promotionPaths, ...taskPaths, ...stepPaths, ...writingPaths, ...importPaths },
  },
  components: {
    schemas,
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'payload-token' },
      token: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'JWT <登录所得 token>',
      },
      key: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'systems API-Key <密钥>',
      },
    },
  },
}
