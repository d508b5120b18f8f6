/** Everything that happens without anybody asking: the list of jobs, and when each runs. */
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Sql } from '../db/connection.ts'
import type { Clock } from '../domain/clock.ts'
import { paymentGateways } from '../gateways/payments/gateways.ts'
import { smsGateway } from '../gateways/sms/gateways.ts'
import { eraseOldSms } from '../outbox/erase.ts'
import { sendQueued } from '../outbox/send.ts'
import { sweepPayments } from '../payments/sweeper.ts'
import { eraseExpired } from '../people/erase.ts'
import { loadSecret } from '../secret.ts'

export interface JobParts {
  config: Config
  sql: Sql
  log: Logger
  clock: Clock
}

export type JobName = 'send-sms' | 'sweep-payments' | 'erase-expired'

/** When each runs by itself, as a crontab says it, in UTC. A run that still waits takes the place of another. */
export const crontab = [
  '* * * * * send-sms ?jobKey=send-sms&max=1',
  '* * * * * sweep-payments ?jobKey=sweep-payments&max=1',
  '17 * * * * erase-expired ?jobKey=erase-expired&max=1',
].join('\n')

/** What each does. One that fails is tried again at its next turn. */
export function jobs({ config, sql, log, clock }: JobParts): Record<JobName, () => Promise<void>> {
  const gateways = paymentGateways(config)
  const gateway = smsGateway(config)
  const smsSecret = config.demo ? null : loadSecret(config)
  return {
    'send-sms': async () => {
      await sendQueued({ db: sql, gateway, log, clock, smsSecret })
    },
    'sweep-payments': async () => {
      await sweepPayments({ db: sql, gateways, log, now: clock() })
    },
    'erase-expired': async () => {
      await eraseExpired(sql, clock())
      await eraseOldSms(sql, clock())
    },
  }
}
