import type { Endpoint } from 'payload'
import { askedSiteSteps } from '@/access/site'
import { answer, bodyOf } from '../answer'
import { saveSite } from './saveSite'
import { openSite, takeSiteStep } from './takeSiteStep'
import { readSiteVersions } from './readSite'
import type { SiteVersion } from './versions'

const stands = ({ revision, state, hash }: SiteVersion) => ({ revision, state, hash })

/**
 * 网站设置, for those of the hotline centre who have a part in it, under `/api/siteVersions`: `GET /now` how it stands;
 * `POST /save` `{ content, startedFrom }`; `POST /open` `{ revision, hash }` puts on record that these words were opened;
 * and each step of `access/site.ts` with the `revision` and `hash` that were seen, `reason`, `confirmed` and `findings`
 * where the step asks for them.
 */
export const siteEndpoints: Endpoint[] = [
  answer('get', '/now', readSiteVersions),
  answer('post', '/save', async (req) =>
    stands(await saveSite(req, await bodyOf(req), new Date())),
  ),
  answer('post', '/open', async (req) => {
    await openSite(req, await bodyOf(req))
    return {}
  }),
  ...askedSiteSteps.map((step) =>
    answer('post', `/${step}`, async (req) =>
      stands(await takeSiteStep(req, step, await bodyOf(req), new Date())),
    ),
  ),
]
