import * as migration_20261122_030511_initial from './20261122_030511_initial';

export const migrations = [
  {
    up: migration_20261122_030511_initial.up,
    down: migration_20261122_030511_initial.down,
    name: '20261122_030511_initial'
  },
];
