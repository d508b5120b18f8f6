/** Sums, volumes and balances in words. The digits come from `domain`. */
export const money = {
  hryvnias: (digits: string) => `${digits}\u00a0грн`,
  cubicMetres: (digits: string) => `${digits}\u00a0м³`,
  overpaid: (digits: string) => `${digits}\u00a0грн переплати`,
}
