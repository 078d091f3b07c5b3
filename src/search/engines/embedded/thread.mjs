// Plain JavaScript: the first file of a thread. On Node 20 `--import tsx` does nothing in a worker, the API does.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(new URL(workerData.script, import.meta.url).href)
