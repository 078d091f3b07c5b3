import { CheckboxField } from '@payloadcms/ui'
import type { CheckboxFieldServerComponent } from 'payload'
import { actorOf } from '@/access/actor'
import { isTownship } from '@/workflow/promoting/frontPlace'

/** 县级热点: asked of a township's entries alone, and shown where it stands for whatever reason, to be taken off. */
export const ForCounty: CheckboxFieldServerComponent = async (props) => {
  const { clientField, data, path, payload, permissions, readOnly, schemaPath, user } = props
  const unit = typeof data?.unit === 'string' ? data.unit : (actorOf(user)?.unit ?? '')
  if (data?.forCounty !== true && !(await isTownship(payload, unit))) return null
  return <CheckboxField {...{ field: clientField, path, permissions, readOnly, schemaPath }} />
}
