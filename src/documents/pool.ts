import { Child } from './child.ts'
import type { Answer, Job } from './job.ts'

export interface PoolOptions {
  /** The typesetter's program, and what it is started with. */
  program: URL
  argument: string
  /** Processes at most, each started when it is first needed. */
  processes: number
  /** After so many documents a process is replaced: its memory grows. */
  documentsPerProcess: number
  /** Milliseconds that one document may take, the start of a process included. */
  timeLimit: number
  /** Documents that may wait; one more is refused at once. */
  waiting: number
}

/** There is no document: its content is at fault, or the process died or hung twice over it. */
export class DocumentFailed extends Error {}

/** Too many documents wait already, or the pool is closed. */
export class DocumentsBusy extends Error {
  readonly statusCode = 503
}

interface Task {
  job: Job
  tries: number
  resolve: (pdf: Uint8Array) => void
  reject: (error: Error) => void
}

const triesPerDocument = 2

/** A few processes and a queue: runs each job in one of them, and once more where the process died under it. */
export class Pool {
  readonly #options: PoolOptions
  readonly #queue: Task[] = []
  readonly #idle: Child[] = []
  readonly #all = new Set<Child>()
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** The PDF of a job. Rejects with DocumentFailed or DocumentsBusy. */
  async run(job: Job): Promise<Uint8Array> {
    if (this.#closed) throw new DocumentsBusy('the documents are closed')
    if (this.#queue.length >= this.#options.waiting) throw new DocumentsBusy('too many documents wait')
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, tries: 0, resolve, reject })
      this.#next()
    })
  }

  /** Refuses what waits, ends every process, and returns when none is left. */
  async close(): Promise<void> {
    this.#closed = true
    for (const task of this.#queue.splice(0)) task.reject(new DocumentsBusy('the documents are closed'))
    await Promise.all([...this.#all].map(child => child.end()))
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const child = this.#idle.pop() ?? this.#start()
      if (child === null) return
      const task = this.#queue.shift()
      if (task) void this.#make(child, task)
    }
  }

  #start(): Child | null {
    if (this.#all.size >= this.#options.processes) return null
    const child = new Child(this.#options.program, this.#options.argument)
    this.#all.add(child)
    return child
  }

  async #make(child: Child, task: Task): Promise<void> {
    task.tries += 1
    const answer = await child.typeset(task.job, this.#options.timeLimit)
    if (answer !== null) settle(task, answer)
    else if (task.tries < triesPerDocument && !this.#closed) this.#queue.unshift(task)
    else task.reject(new DocumentFailed(`the typesetter died or took over ${this.#options.timeLimit} ms`))
    await this.#keepOrReplace(child, answer !== null)
    this.#next()
  }

  async #keepOrReplace(child: Child, sound: boolean): Promise<void> {
    if (sound && !this.#closed && child.asked < this.#options.documentsPerProcess) {
      this.#idle.push(child)
      return
    }
    await child.end()
    this.#all.delete(child)
  }
}

function settle(task: Task, answer: Answer): void {
  if ('pdf' in answer) task.resolve(answer.pdf)
  else task.reject(new DocumentFailed(answer.fault))
}
