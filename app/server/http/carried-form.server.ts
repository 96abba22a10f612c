import { z } from 'zod'
import type { CarriedForm } from './error-response.server'
import type { SubmittedForm } from './form.server'
import { localPath } from './local-path'

const CarriedSchema = z.object({
  path: z.string().max(2_000),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(200),
})

/**
 * The form that is on its way through sign-in, from the field `carried`. It comes from the page, so that
 * nothing of it is believed: the path is one of this site's, tokens and secrets are not among the fields.
 */
export function readCarriedForm(form: SubmittedForm): CarriedForm | undefined {
  const text = form.get('carried')
  if (!text) return undefined
  const parsed = CarriedSchema.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const path = localPath(parsed.data.path)
  const fields = parsed.data.fields.filter(([name]) => !/^(csrf|carried)$|password/i.test(name))
  return path === '/' ? undefined : { path, fields }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
