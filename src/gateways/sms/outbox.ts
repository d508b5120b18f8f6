import type { SmsGateway } from './gateway.ts'

/** The demo's gateway: takes everything, and nothing leaves the machine. /demo/outbox shows the table of SMS itself. */
export const outboxGateway: SmsGateway = { name: 'outbox', send: async () => {} }
