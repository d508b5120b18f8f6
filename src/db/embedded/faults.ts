/** What the system says when a data folder can't be used, in words for the person who can mend it. */
import { ClearError } from '../clear-error.ts'

/** Does the work; turns the faults of a folder that people know (rights, space) into ClearError. */
export async function clearly<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explained(folder, error) ?? error
  }
}

/** One clear line for a fault of the folder; null where it is none that a person could mend. */
export function explained(folder: string, fault: unknown): ClearError | null {
  if (fault instanceof ClearError) return fault
  const text = fault instanceof Error ? fault.message : String(fault)
  const says = (...signs: string[]) => signs.some(sign => text.includes(sign))
  if (says('ENOSPC', 'No space left', 'Check free disk space', 'EDQUOT', 'Disk quota'))
    return new ClearError(`No space is left on the disk of ${folder}: free some and start again`, {
      cause: fault,
    })
  if (says('EACCES', 'EPERM', 'ermission denied', 'EROFS', 'Read-only file system'))
    return new ClearError(
      `${folder} cannot be written by this user: give it to the user, or choose another folder, such as KABINET_DATA_DIR=$HOME/kabinet-data`,
      { cause: fault },
    )
  if (says('ENOTDIR', 'EEXIST', 'Not a directory'))
    return new ClearError(
      `${folder} is not a folder: remove that file, or choose another folder with KABINET_DATA_DIR`,
      {
        cause: fault,
      },
    )
  return null
}
