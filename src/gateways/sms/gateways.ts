import type { Config } from '../../config.ts'
import type { SmsGateway } from './gateway.ts'
import { outboxGateway } from './outbox.ts'

/** The SMS gateway that the settings name. */
export function smsGateway(config: Config): SmsGateway {
  switch (config.sms) {
    case 'outbox':
      return outboxGateway
  }
}
