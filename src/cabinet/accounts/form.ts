import { z } from 'zod'
import type { Texts } from '../../texts/texts.ts'

/** So long a name of one's own may be, in characters. */
export const ownNameLength = 40

/** The number as people type it: any white space and hyphens within it are no part of it. `pattern`: the supplier's. */
export function numberForm(t: Texts, pattern: string) {
  const words = t.accounts.add
  return z.object({
    number: z
      .string()
      .default('')
      .transform(text => text.replace(/[\s\u00a0\u2010-\u2015-]/g, ''))
      .pipe(z.string().min(1, words.numberMissing).regex(new RegExp(pattern), words.numberShape)),
  })
}

/** A name of one's own for an account; '' is none. */
export function ownNameForm(t: Texts) {
  return z.object({
    ownName: z
      .string()
      .default('')
      .transform(text => text.replace(/\s+/g, ' ').trim())
      .pipe(
        z
          .string()
          .refine(text => [...text].length <= ownNameLength, t.accounts.ownNameLong(ownNameLength))
          .refine(
            text => !/[\p{Cc}\p{Cs}\p{Cn}\u202a-\u202e\u2066-\u2069]/u.test(text),
            t.accounts.ownNameControl,
          ),
      ),
  })
}
