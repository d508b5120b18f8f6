import { address } from './uk/address.ts'
import { errors } from './uk/errors.ts'
import { home } from './uk/home.ts'
import { money } from './uk/money.ts'
import { shell } from './uk/shell.ts'
import { signIn } from './uk/sign-in.ts'
import { start } from './uk/start.ts'

/** All words of the portal in Ukrainian, one file a room. */
export const uk = { address, errors, home, money, shell, signIn, start }

/** A catalogue of all words; another language is another value of this type. */
export type Texts = typeof uk
