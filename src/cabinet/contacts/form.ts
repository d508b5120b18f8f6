import { z } from 'zod'
import type { Texts } from '../../texts/texts.ts'

/** The most characters that a message may have. */
export const longestSubject = 120
export const longestBody = 4000

/** A message as it is submitted: line ends made one kind, and no control signs, which PostgreSQL would refuse. */
export function messageForm({ contacts: t }: Texts) {
  return z.object({
    subject: z
      .string()
      .default('')
      .transform(text => withoutControls(text).replace(/\s+/g, ' ').trim())
      .pipe(z.string().min(1, t.noSubject).max(longestSubject, t.longSubject(longestSubject))),
    body: z
      .string()
      .default('')
      .transform(text => withoutControls(text.replace(/\r\n?/g, '\n')).trim())
      .pipe(z.string().min(1, t.noBody).max(longestBody, t.longBody(longestBody))),
    /** The id of an account, or '' for none. */
    account: z.string().default(''),
    /** The second button was pressed: these are no readings. */
    insisted: z
      .literal('yes')
      .optional()
      .transform(value => value === 'yes'),
  })
}

function withoutControls(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '')
}
