import * as migration_20261122_030511_initial from './20261122_030511_initial';
import * as migration_20261122_034920_files_of_publications from './20261122_034920_files_of_publications';

export const migrations = [
  {
    up: migration_20261122_030511_initial.up,
    down: migration_20261122_030511_initial.down,
    name: '20261122_030511_initial',
  },
  {
    up: migration_20261122_034920_files_of_publications.up,
    down: migration_20261122_034920_files_of_publications.down,
    name: '20261122_034920_files_of_publications'
  },
];
