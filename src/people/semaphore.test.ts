import { expect, test } from 'vitest'
import { TooMany } from '../web/errors.ts'
import { semaphore } from './semaphore.ts'

test('two run at once, three wait in turn, and the sixth is sent away', async () => {
  const inTurn = semaphore(2, 3)
  let running = 0
  let most = 0
  const order: number[] = []
  const work = (name: number) =>
    inTurn(async () => {
      running++
      most = Math.max(most, running)
      await new Promise(resolve => setTimeout(resolve, 5))
      order.push(name)
      running--
    })
  const five = [1, 2, 3, 4, 5].map(work)
  await expect(work(6)).rejects.toBeInstanceOf(TooMany)
  await Promise.all(five)
  expect(order).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
  await work(7)
  expect(order.at(-1)).toBe(7)
})

test('one that fails gives its place on', async () => {
  const inTurn = semaphore(1, 1)
  const failing = inTurn(() => Promise.reject(new Error('broken')))
  const next = inTurn(async () => 'next')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('next')
})
