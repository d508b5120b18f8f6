import { addressLine } from '../../domain/address.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import type { Texts } from '../../texts/texts.ts'

/** What the account is: its number, the code of the metering point, where it is, and its state. */
export function AccountFacts({ t, account }: { t: Texts; account: HeldAccount }) {
  const words = t.accounts
  return (
    <section class="card">
      <h2>{words.factsTitle}</h2>
      <dl class="facts">
        <dt>{words.number}</dt>
        <dd class="sum">{account.number}</dd>
        {account.eic !== null && (
          <>
            <dt>{words.eic}</dt>
            <dd class="sum">{account.eic}</dd>
          </>
        )}
        <dt>{words.address}</dt>
        <dd>{addressLine(account.address, t.address.flat)}</dd>
        <dt>{t.address.branch}</dt>
        <dd>{account.address.branch}</dd>
        <dt>{words.state}</dt>
        <dd>{words.states[account.state]}</dd>
      </dl>
    </section>
  )
}
