/** A payment system that answers our questions as a test wants. */
import type { GatewayNews, Gateways, PaymentGateway } from '../src/gateways/payments/gateway.ts'
import type { TestApplication } from './application.ts'
import { callbackBody } from './payments.ts'

/** A gateway that answers each question so; it counts them. */
export function gatewayThat(
  application: TestApplication,
  answer: (orderId: string) => Record<string, unknown> | null | Error,
): { gateways: Gateways; asked: string[] } {
  const asked: string[] = []
  const demo = application.gateways.get('demo')
  if (demo === undefined) throw new Error('the demo gateway is off')
  const fetchStatus = async (orderId: string): Promise<{ raw: Buffer; news: GatewayNews } | null> => {
    asked.push(orderId)
    const says = answer(orderId)
    if (says instanceof Error) throw says
    if (says === null) return null
    const verified = demo.verifyCallback(Buffer.from(callbackBody(says)))
    if (!verified.ok) throw new Error('the answer of this test is wrong')
    return { raw: Buffer.from(JSON.stringify(says)), news: verified.news }
  }
  const gateway: PaymentGateway = { ...demo, fetchStatus }
  return { gateways: new Map([['demo', gateway]]), asked }
}
