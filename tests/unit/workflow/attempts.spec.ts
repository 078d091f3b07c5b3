import { describe, expect, it, jest } from '@jest/globals'
import { createAttempts } from '@/workflow/accounts/signIn/attempts'

const limits = { perPlace: 3, everywhere: 8, lockedFor: 60_000, slowedAfter: 10, waiting: 4 }
const at = (name: string, place = 'here') => ({ name, place })
const fail = async (attempts: ReturnType<typeof createAttempts>, name: string, place?: string) => {
  for (let n = 0; n < limits.perPlace; n += 1) await attempts.noteFailure(at(name, place))
}

describe('wrong passwords', () => {
  it('lock the account for the place they came from, the last of them saying so', async () => {
    const attempts = createAttempts(limits)
    const said = []
    for (let n = 0; n < 4; n += 1) said.push(await attempts.noteFailure(at('a')))
    expect(said).toEqual([false, false, true, false])
    expect(attempts.isLocked(at('a'))).toBe(true)
    expect(attempts.isLockedSomewhere('a')).toBe(true)
    expect(attempts.lockedNames()).toEqual(['a'])
  })

  it('lock neither its owner elsewhere nor a neighbour', async () => {
    const attempts = createAttempts(limits)
    await fail(attempts, 'a')
    expect(attempts.isLocked(at('a', 'elsewhere'))).toBe(false)
    expect(attempts.isLocked(at('b'))).toBe(false)
  })

  it('from everywhere together lock for everybody at last', async () => {
    const attempts = createAttempts(limits)
    for (let n = 0; n < 7; n += 1) await attempts.noteFailure(at('a', `place-${n}`))
    expect(attempts.isLocked(at('a', 'another'))).toBe(false)
    await attempts.noteFailure(at('a', 'place-7'))
    expect(attempts.isLocked(at('a', 'another'))).toBe(true)
    expect(attempts.isLocked(at('b', 'place-7'))).toBe(false)
    attempts.forget('a')
    expect(attempts.isLocked(at('a', 'another'))).toBe(false)
  })

  it('are forgotten after a while, and by whoever signs in or is unlocked', async () => {
    const attempts = createAttempts(limits)
    await fail(attempts, 'a', 'here')
    await fail(attempts, 'a', 'there')
    attempts.forget('a', 'here')
    expect(attempts.isLocked(at('a', 'here'))).toBe(false)
    expect(attempts.isLocked(at('a', 'there'))).toBe(true)
    attempts.forget('a')
    expect(attempts.isLockedSomewhere('a')).toBe(false)
    await fail(attempts, 'a')
    const later = Date.now() + limits.lockedFor
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later)
    expect(attempts.isLocked(at('a'))).toBe(false)
    clock.mockRestore()
  })

  it('are on record once a minute when they are refused by the lock', async () => {
    const attempts = createAttempts(limits)
    await fail(attempts, 'a')
    const noted = [attempts.noteRefusal(at('a')), attempts.noteRefusal(at('a'))]
    expect(noted).toEqual([true, false])
    expect(attempts.isLocked(at('a'))).toBe(true)
    expect(attempts.noteRefusal(at('a', 'elsewhere'))).toBe(true)
  })
})

describe('attempts', () => {
  it('of one account and place are made one after the other', async () => {
    const attempts = createAttempts(limits)
    let running = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      running -= 1
    }
    const three = [1, 2, 3].map(() => attempts.inTurn(at('a'), work))
    await Promise.all(three)
    expect(most).toBe(1)
  })

  it('of others do not wait for them', async () => {
    const attempts = createAttempts(limits)
    let goOn: () => void = () => {}
    const first = attempts.inTurn(at('a'), () => new Promise<void>((go) => (goOn = go)))
    await attempts.inTurn(at('b'), () => Promise.resolve())
    await attempts.inTurn(at('a', 'elsewhere'), () => Promise.resolve())
    goOn()
    await first
  })

  it('that fail do not hold up the next', async () => {
    const attempts = createAttempts(limits)
    const failing = attempts.inTurn(at('a'), () => Promise.reject(new Error('no')))
    const next = attempts.inTurn(at('a'), () => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })

  it('beyond a few at once are refused', async () => {
    const attempts = createAttempts(limits)
    let goOn: () => void = () => {}
    const waiting = new Promise<void>((go) => (goOn = go))
    const line = Array.from({ length: 4 }, () => attempts.inTurn(at('a'), () => waiting))
    await expect(attempts.inTurn(at('a'), () => waiting)).rejects.toMatchObject({ code: 'busy' })
    goOn()
    await Promise.all(line)
  })

  it('of a place that has guessed a lot still succeed', async () => {
    const attempts = createAttempts(limits)
    for (let n = 0; n < 12; n += 1) await attempts.noteFailure(at(`name-${n}`))
    await attempts.takeTime('here')
    expect(attempts.isLocked(at('owner'))).toBe(false)
  })
})
