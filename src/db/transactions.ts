import { setTimeout as sleep } from 'node:timers/promises'
import { isConnectionLost } from './connection-lost.ts'
import type { Sql, Transaction } from './sql.ts'

type Body = (transaction: Transaction) => unknown

/** Milliseconds in which the closing of a lost connection is heard of. */
const closingHeard = 2_000

/**
 * Where the server ends the session in the middle of a transaction, postgres.js would write its commit or rollback to
 * a socket that is gone, and Node would end by that. The closing of the connection ends the transaction by itself, and
 * the caller hears of it then; so from that moment the body can neither ask anything more nor come to its end.
 */
export function endingWithTheConnection(begin: Sql['begin']) {
  return (...args: [Body] | [string, Body]): Promise<unknown> => {
    const body = args.length === 1 ? args[0] : args[1]
    let over = false
    const guarded: Body = async transaction => {
      try {
        const result = await body(refusingOnceOver(transaction, () => over))
        if (over) await forEver()
        return result
      } catch (error) {
        if (isConnectionLost(error)) await sleep(closingHeard) // or it was another system's connection
        if (over) await forEver()
        throw error
      }
    }
    const done: Promise<unknown> = args.length === 1 ? begin(guarded) : begin(args[0], guarded)
    const end = () => {
      over = true
    }
    done.then(end, end)
    return done
  }
}

function refusingOnceOver(transaction: Transaction, isOver: () => boolean): Transaction {
  return new Proxy(transaction, {
    apply(target, self, args) {
      if (isOver()) throw new Error('the transaction is over: its connection was lost')
      return Reflect.apply(target, self, args)
    },
  })
}

function forEver(): Promise<never> {
  return new Promise(() => {})
}
