/**
 * The supplier as a shop of the demo gateway: the keys that both sides hold. They open nothing but play money, so they
 * stand here for all to read; outside demo mode neither side of them exists.
 */
export const demoShop = {
  publicKey: 'demo_kabinet',
  privateKey: 'no-money-moves-behind-this-key',
} as const
