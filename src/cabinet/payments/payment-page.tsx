import { addressLine } from '../../domain/address.ts'
import { sum } from '../../domain/money.ts'
import { shownState } from '../../domain/payment-status.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'
import { Money } from '../../ui/money.tsx'
import { PaymentTag } from '../payment-tag.tsx'
import { PaymentFacts } from './payment-facts.tsx'
import type { Payment } from './queries.ts'

interface PaymentPageProps {
  face: Face
  side: readonly SideAccount[]
  payment: Payment
  /** What people call the gateway. */
  gatewayTitle: string
  /** The account is among those the person holds now. */
  accountHeld: boolean
  now: Date
}

/** Seconds after which the page looks anew while the outcome is not known. */
const lookEvery = 4
/** Until this age (ms). An older page is left alone: what looks anew for ever keeps a forgotten session alive. */
const lookUntil = 30 * 60_000

/** One payment and how it stands. It believes the gateway's signed word alone, and nothing of what the browser brings. */
export function PaymentPage(props: PaymentPageProps) {
  const { face, side, payment, accountHeld } = props
  const { t } = face
  const shown = shownState(payment.state)
  const looking = shown === 'checking' && props.now.getTime() - payment.createdAt.getTime() < lookUntil
  return (
    <CabinetLayout
      face={face}
      title={`${t.payments.numbered(payment.number)}: ${t.payments.states[shown]}`}
      section={null}
      accounts={side}
      chosen={accountHeld ? payment.account.id : null}
      {...(looking ? { refreshAfter: lookEvery } : {})}
    >
      <h1>{t.payments.numbered(payment.number)}</h1>
      <div id="payment" class="card payment" {...(looking ? looksAnew(payment) : {})}>
        <State t={t} payment={payment} looking={looking} accountHeld={accountHeld} />
        <PaymentFacts
          t={t}
          payment={payment}
          gatewayTitle={props.gatewayTitle}
          address={addressLine(payment.account.address, t.address.flat)}
        />
        <Ways t={t} payment={payment} accountHeld={accountHeld} />
      </div>
    </CabinetLayout>
  )
}

/** Takes this part out of the whole page again and again, until it comes without these attributes. */
function looksAnew({ id }: Payment): Record<string, string> {
  return {
    'hx-get': routes.payment.to({ id }),
    'hx-trigger': `every ${lookEvery}s`,
    'hx-select': '#payment',
    'hx-target': 'this',
    'hx-swap': 'outerHTML',
  }
}

interface StateProps {
  t: Texts
  payment: Payment
  looking: boolean
  accountHeld: boolean
}

function State({ t, payment, looking, accountHeld }: StateProps) {
  const shown = shownState(payment.state)
  return (
    <>
      <p class="payment-state" role="status">
        <PaymentTag t={t} shown={shown} />
      </p>
      <p class="payment-sum">
        <Money t={t} value={sum(payment.amount, payment.fee)} />
      </p>
      <p>
        {t.payments.explained[shown]}
        {looking && ` ${t.payments.looksAnew}`}
      </p>
      {shown === 'unpaid' && accountHeld && <p>{t.payments.tryAgain}</p>}
      {payment.state === 'created' && <p class="hint">{t.payments.unfinished}</p>}
    </>
  )
}

function Ways({ t, payment, accountHeld }: { t: Texts; payment: Payment; accountHeld: boolean }) {
  const { id, account } = payment
  return (
    <p class="buttons">
      {payment.state === 'paid' && (
        <a class="button" href={routes.receipt.to({ id })}>
          {t.payments.receipt}
        </a>
      )}
      {accountHeld && (
        <a class="button button-quiet" href={routes.account.to({ id: account.id })}>
          {t.payments.toAccount}
        </a>
      )}
    </p>
  )
}
