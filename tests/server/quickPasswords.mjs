import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded into the servers and commands that tests start, before anything else. Payload hashes a password for
 * half a second of one core, on purpose; tests hire and sign in some thousand times, which would be most of
 * what they do. Only the count of the rounds differs: salts, comparing and all other rules are the real ones.
 */
const { pbkdf2 } = crypto
crypto.pbkdf2 = (password, salt, _rounds, ...others) => pbkdf2(password, salt, 1, ...others)
syncBuiltinESMExports()
