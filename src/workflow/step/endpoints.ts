import type { Endpoint } from 'payload'
import { askedSteps, steps, type Library, type Step, type StepRule } from '@/access/rules'
import { answer, bodyOf, param } from '../answer'
import { bulletinsOf, receiptsOf } from '../bulletins/readers'
import { checkSeveral, checkText } from '../findings/checkText'
import { changeOf, historyOf } from '../reviewing/historyOf'
import { previewEndpoint } from '../reviewing/preview'
import { reviewOf } from '../reviewing/openReview'
import { similarEndpoint } from '../reviewing/similarEntries'
import { takeStep } from './takeStep'
import { takeSteps } from './takeSteps'

/**
 * A library's steps and what belongs to them, under `/api/{library}`:
 * `POST /{id}/{step}`, `POST /{step}` (several), `GET /{id}/review`, `GET /{id}/history`.
 * `GET /{id}/bulletins`, `GET /{id}/bulletins/{bulletin}`, `GET /{id}/history/{decision}`, `GET /similar`, `POST /preview`, `POST /findings`, `POST /{id}/findings`. Only steps of the table that this library knows have an address.
 */
export function libraryEndpoints(library: Library): Endpoint[] {
  const taken = askedSteps.filter((step) => {
    const { libraries }: StepRule = steps[step]
    return libraries.includes(library)
  })
  return [
    ...(taken.includes('push') ? bulletinEndpoints(library) : []),
    similarEndpoint(library),
    previewEndpoint(library),
    ...taken.flatMap((step) => stepEndpoints(library, step)),
    answer('get', '/:id/review', (req) => reviewOf({ req, library, id: param(req, 'id') })),
    answer('post', '/findings', async (req) =>
      checkSeveral({ req, library, body: await bodyOf(req) }),
    ),
    answer('post', '/:id/findings', async (req) =>
      checkText({ req, library, id: param(req, 'id'), body: await bodyOf(req) }),
    ),
    answer('get', '/:id/history/:decision', (req) =>
      changeOf({ req, library, id: param(req, 'id'), decision: param(req, 'decision') }),
    ),
    answer('get', '/:id/history', (req) => historyOf({ req, library, id: param(req, 'id') })),
  ]
}

/** Who has confirmed what stood on the desks. */
const bulletinEndpoints = (library: Library): Endpoint[] => [
  answer('get', '/:id/bulletins', (req) => bulletinsOf({ req, library, id: param(req, 'id') })),
  answer('get', '/:id/bulletins/:bulletin', (req) =>
    receiptsOf({ req, library, id: param(req, 'id'), bulletin: param(req, 'bulletin') }),
  ),
]

function stepEndpoints(library: Library, step: Step): Endpoint[] {
  const one = answer('post', `/:id/${step}`, async (req) =>
    takeStep({ req, library, id: param(req, 'id'), step, body: await bodyOf(req) }),
  )
  const several = answer('post', `/${step}`, async (req) =>
    takeSteps({ req, library, step, body: await bodyOf(req) }),
  )
  return steps[step].several ? [one, several] : [one]
}
