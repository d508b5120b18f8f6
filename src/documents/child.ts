import { type ChildProcess, fork } from 'node:child_process'
import type { Answer, Job } from './job.ts'

/** One typesetting process; it makes one document at a time. */
export class Child {
  readonly #process: ChildProcess
  readonly #ended: Promise<void>
  /** How many documents it was asked for. */
  asked = 0

  constructor(program: URL, argument: string) {
    // No environment: the child reads no setting and must see no secret. «advanced» carries bytes as bytes.
    this.#process = fork(program, [argument], { serialization: 'advanced', execArgv: [], env: {} })
    this.#ended = new Promise(resolve => {
      this.#process.once('exit', () => resolve())
      this.#process.on('error', () => this.#process.pid === undefined && resolve())
    })
  }

  /** The answer, or null where the process died or took longer than so many milliseconds; then it is of no more use. */
  async typeset(job: Job, timeLimit: number): Promise<Answer | null> {
    this.asked += 1
    const { promise, resolve } = Promise.withResolvers<Answer | null>()
    const timer = setTimeout(resolve, timeLimit, null)
    this.#process.once('message', resolve)
    this.#process.send(job, error => error && resolve(null))
    void this.#ended.then(() => resolve(null))
    const answer = await promise
    clearTimeout(timer)
    this.#process.off('message', resolve)
    return answer
  }

  /** Ends the process, whatever it does, and returns when it has ended. */
  async end(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended
  }
}
