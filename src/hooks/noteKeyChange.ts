import type { CollectionBeforeValidateHook } from 'payload'

/** A key is never read back: whoever sends one sets it. Payload takes it out before the change is recorded. */
export const noteKeyChange: CollectionBeforeValidateHook = ({ data, req }) => {
  req.context.isKeySet = data?.apiKey !== undefined
  return data
}
