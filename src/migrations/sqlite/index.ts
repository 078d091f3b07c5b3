import * as migration_20261122_063939_initial from './20261122_063939_initial';

export const migrations = [
  {
    up: migration_20261122_063939_initial.up,
    down: migration_20261122_063939_initial.down,
    name: '20261122_063939_initial'
  },
];
