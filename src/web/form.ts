import type { z } from 'zod'
import { BadRequest } from './errors.ts'

/** What was typed, as it was typed. */
export type Values = Readonly<Record<string, string>>

/** A message beside each field that is at fault, by the field's name; '' is the form as a whole. */
export type Faults = Readonly<Record<string, string>>

export interface FilledForm {
  values: Values
  faults: Faults
}

export const emptyForm: FilledForm = { values: {}, faults: {} }

export type Submitted<T> = { ok: true; value: T; values: Values } | ({ ok: false } & FilledForm)

/**
 * Reads what a form sent against its schema. A fault of the person is a value and comes back with everything typed;
 * a body that no form of ours sends (a field twice, no form at all) is thrown as BadRequest.
 */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): Submitted<T> {
  const values = typed(body)
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, value: result.data, values }
  const faults: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '')
    faults[field] ??= issue.message
  }
  return { ok: false, values, faults }
}

/** The fields of a body as they were typed. Throws BadRequest where a field came twice or is no text. */
export function typed(body: unknown): Values {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object') throw new BadRequest('not a form')
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') throw new BadRequest(`the field ${name} came twice`)
    values[name] = value
  }
  return values
}
