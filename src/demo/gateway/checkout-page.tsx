import type { ComponentChildren } from 'preact'
import { hryvniaDigits, noMoney, parseHryvnias } from '../../domain/money.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Order, sampleCards } from './books.ts'
import type { Checkout, Refusal, Shop } from './protocol.ts'

interface CheckoutPageProps {
  t: Texts
  shop: Shop
  checkout: Checkout
  /** As they were sent, to come back with the decision. */
  signed: { data: string; signature: string }
  /** null: nobody has decided yet; `over`: nobody has, and the time for it is over. */
  order: Order | 'over' | null
}

/** The gateway's own page: who wants how much for what, and the payer's decision. */
export function CheckoutPage({ t, shop, checkout, signed, order }: CheckoutPageProps) {
  const says = t.demoGateway
  const sum = t.money.hryvnias(hryvniaDigits(parseHryvnias(checkout.amount) ?? noMoney))
  return (
    <GatewayDocument t={t} title={says.title}>
      <dl>
        <dt>{says.toPay}</dt>
        <dd class="amount">{sum}</dd>
        <dt>{says.shop}</dt>
        <dd>{shop.name}</dd>
        <dt>{says.purpose}</dt>
        <dd>{checkout.description}</dd>
        <dt>{says.order}</dt>
        <dd>{checkout.order_id}</dd>
      </dl>
      {order === null ? (
        <DecisionForm t={t} signed={signed} />
      ) : order === 'over' ? (
        <Over t={t} back={checkout.result_url} />
      ) : (
        <Settled t={t} order={order} back={checkout.result_url} />
      )}
    </GatewayDocument>
  )
}

function DecisionForm({ t, signed }: Pick<CheckoutPageProps, 't' | 'signed'>) {
  const says = t.demoGateway
  return (
    <form method="post" action={routes.demoCheckout.to()}>
      <input type="hidden" name="data" value={signed.data} />
      <input type="hidden" name="signature" value={signed.signature} />
      <fieldset>
        <legend>{says.card}</legend>
        {sampleCards.map((mask, index) => (
          <label key={mask}>
            <input type="radio" name="card" value={mask} checked={index === 0} />
            {says.cardName(mask)}
          </label>
        ))}
      </fieldset>
      <button type="submit" name="decision" value="pay">
        {says.pay}
      </button>
      <button type="submit" name="decision" value="decline" class="quiet">
        {says.decline}
      </button>
    </form>
  )
}

function Settled({ t, order, back }: { t: Texts; order: Order; back: string }) {
  const says = t.demoGateway
  return (
    <>
      <p role="status" class={order.status}>
        {says[order.status]}
      </p>
      <p>{says.settledHint}</p>
      <p>
        <a href={back}>{says.back}</a>
      </p>
    </>
  )
}

function Over({ t, back }: { t: Texts; back: string }) {
  const says = t.demoGateway
  return (
    <>
      <p role="status" class="failure">
        {says.over}
      </p>
      <p>{says.overHint}</p>
      <p>
        <a href={back}>{says.back}</a>
      </p>
    </>
  )
}

/** The gateway does not know who asks, or can't read what. */
export function RefusalPage({ t, refusal }: { t: Texts; refusal: Refusal }) {
  return (
    <GatewayDocument t={t} title={t.demoGateway.refused[refusal]}>
      <p>{t.demoGateway.refusedHint}</p>
    </GatewayDocument>
  )
}

/** Another party's page has a look of its own, so that nobody takes it for the supplier's. */
function GatewayDocument({ t, title, children }: { t: Texts; title: string; children: ComponentChildren }) {
  const says = t.demoGateway
  return (
    <html lang="uk">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${says.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={routes.demoStyle.to()} />
      </head>
      <body>
        <header>{says.name}</header>
        <main>
          <p class="demo">{says.demo}</p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
}
