import { bundled } from '../../scripts/bundled.mjs'
import { bundlePackages } from './packages.mjs'

/** The threads of the embedded search run what is bundled, whoever starts them: of the code as it is now. */
export default async function bundle() {
  await bundlePackages()
  await bundled('reader')
}
