import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { zhHans } from '~/i18n/zh-hans'
import { parseForm } from './form'

// Forms come as they like: without their fields, with strange ones. Every complaint is worded.

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
  eager: true,
})

const schemas = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]): Array<[string, z.ZodTypeAny]> =>
    value instanceof z.ZodType && fieldsOf(value).length > 0 ? [[`${file} ${name}`, value]] : [],
  ),
)

/** The fields of an object schema, also below its refinements. */
function fieldsOf(schema: z.ZodTypeAny): string[] {
  if (schema instanceof z.ZodEffects) return fieldsOf(schema.innerType() as z.ZodTypeAny)
  return schema instanceof z.ZodObject ? Object.keys(schema.shape as object) : []
}

const STRANGE = ['', ' ', '\0', '\ud800', '-1', '9'.repeat(30), '字'.repeat(20_001), '[[[[', 'on']

describe.each(schemas)('%s', (_name, schema) => {
  it('words what is missing and what is strange', () => {
    const forms: Array<Record<string, string>> = [
      {},
      ...STRANGE.map((value) =>
        Object.fromEntries(fieldsOf(schema).map((field) => [field, value])),
      ),
    ]
    const unworded = forms.flatMap((form) => {
      const parsed = parseForm(schema, form)
      const errors = parsed.ok ? {} : parsed.state.errors
      return Object.entries(errors).flatMap(([field, found]) =>
        found.flatMap(({ key }) => (key in zhHans ? [] : [`${field}: ${key}`])),
      )
    })
    expect([...new Set(unworded)]).toEqual([])
  })
})

it('looks at the schemas', () => {
  expect(schemas.length).toBeGreaterThan(10)
})
