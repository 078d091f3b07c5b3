// Plain JavaScript: the first file of a thread. The loader for `require`, since that for `import` starts another
// thread beside each of ours, with a compiler of its own.
import { createRequire } from 'node:module'
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/cjs/api'

register()
createRequire(import.meta.url)(workerData.script)
