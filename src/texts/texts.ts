import { accounts } from './uk/accounts.ts'
import { address } from './uk/address.ts'
import { contacts } from './uk/contacts.ts'
import { demoGateway } from './uk/demo-gateway.ts'
import { documents } from './uk/documents.ts'
import { errors } from './uk/errors.ts'
import { home } from './uk/home.ts'
import { money } from './uk/money.ts'
import { months } from './uk/months.ts'
import { outbox } from './uk/outbox.ts'
import { payments } from './uk/payments.ts'
import { profile } from './uk/profile.ts'
import { recovery } from './uk/recovery.ts'
import { registration } from './uk/registration.ts'
import { shell } from './uk/shell.ts'
import { signIn } from './uk/sign-in.ts'
import { start } from './uk/start.ts'
import { statistics } from './uk/statistics.ts'

/** All words of the portal in Ukrainian, one file a room. */
export const uk = {
  accounts,
  address,
  contacts,
  demoGateway,
  documents,
  errors,
  home,
  money,
  months,
  outbox,
  payments,
  profile,
  recovery,
  registration,
  shell,
  signIn,
  start,
  statistics,
}

/** A catalogue of all words; another language is another value of this type. */
export type Texts = typeof uk
