import type { Config } from '../../config.ts'
import { routes } from '../../routes.ts'
import { demoShop } from './demo-shop.ts'
import type { Gateways, PaymentGateway } from './gateway.ts'
import { type LiqPayShop, liqpay } from './liqpay.ts'

/** The gateways that the settings switch on, in the order in which they are offered. `fetch` is for tests. */
export function paymentGateways(config: Config, options: Pick<LiqPayShop, 'fetch'> = {}): Gateways {
  const shops: LiqPayShop[] = []
  for (const name of config.payments) {
    if (name === 'demo') shops.push(demoGateway(config))
    else if (config.liqpay !== null) shops.push(liqpayShop(config.liqpay))
  }
  const on = shops.map((shop): PaymentGateway => liqpay({ ...shop, ...options }))
  return new Map(on.map(gateway => [gateway.name, gateway]))
}

function demoGateway({ publicUrl }: Config): LiqPayShop {
  return {
    name: 'demo',
    title: 'Demo Pay',
    version: 7,
    ...demoShop,
    checkoutUrl: publicUrl + routes.demoCheckout.to(),
    apiUrl: publicUrl + routes.demoApi.to(),
  }
}

function liqpayShop({ url, ...keys }: NonNullable<Config['liqpay']>): LiqPayShop {
  return {
    name: 'liqpay',
    title: 'LiqPay',
    ...keys,
    checkoutUrl: `${url}/api/3/checkout`,
    apiUrl: `${url}/api/request`,
  }
}
