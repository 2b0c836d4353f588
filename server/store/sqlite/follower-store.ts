import type { FollowerStore, StoredFollower } from '../../domain/ports/follower-store.ts';
import type { Parameters as Values } from './connection.ts';
import type { Pool } from './pool.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

type Asked = Parameters<FollowerStore['add']>[0];

const COLUMNS = 'id, sealed, status, untold';

export class SqliteFollowerStore implements FollowerStore {
  constructor(private readonly parts: Parts) {}

  async add(follower: Asked): Promise<void> {
    await this.#write(
      `INSERT INTO followers (id, token_hash, sealed, status, asked_on)
       VALUES ($id, $tokenHash, $sealed, 'asked', $askedOn)`,
      {
        $id: follower.id,
        $tokenHash: follower.tokenHash,
        $sealed: follower.sealed,
        $askedOn: follower.askedOn,
      },
    );
  }

  async byToken(tokenHash: string, askedSince: string): Promise<StoredFollower | null> {
    const [found] = await this.#read(
      `token_hash = $tokenHash AND (status = 'following' OR asked_on >= $askedSince)`,
      { $tokenHash: tokenHash, $askedSince: askedSince },
    );
    return found ?? null;
  }

  async confirm(id: string, day: string): Promise<void> {
    await this.#write(
      `UPDATE followers SET status = 'following', asked_on = NULL, untold = $day
       WHERE id = $id AND status <> 'following'`,
      { $id: id, $day: day },
    );
  }

  async erase(ids: readonly string[]): Promise<void> {
    await this.#erase('id IN (SELECT value FROM json_each($ids))', { $ids: JSON.stringify(ids) });
  }

  eraseUnconfirmed(askedSince: string): Promise<number> {
    return this.#erase(`status <> 'following' AND asked_on < $askedSince`, {
      $askedSince: askedSince,
    });
  }

  toConfirm(after: string, limit: number): Promise<readonly StoredFollower[]> {
    return this.#read(`status = 'asked' AND id > $after ORDER BY id LIMIT $limit`, {
      $after: after,
      $limit: limit,
    });
  }

  async mailed(id: string): Promise<void> {
    await this.#write(
      `UPDATE followers SET status = 'mailed' WHERE id = $id AND status = 'asked'`,
      {
        $id: id,
      },
    );
  }

  due(day: string, after: string, limit: number): Promise<readonly StoredFollower[]> {
    return this.#read(
      `status = 'following' AND untold < $day AND id > $after ORDER BY id LIMIT $limit`,
      { $day: day, $after: after, $limit: limit },
    );
  }

  async told(ids: readonly string[], day: string, how: 'mailed' | 'silent'): Promise<void> {
    if (ids.length === 0) return;
    await this.#write(
      `UPDATE followers SET untold = $day, refusals = iif($mailed, 0, refusals)
       WHERE id IN (SELECT value FROM json_each($ids))`,
      { $ids: JSON.stringify(ids), $day: day, $mailed: how === 'mailed' ? 1 : 0 },
    );
  }

  async refused(id: string, day: string, most: number): Promise<void> {
    await this.#write(
      'UPDATE followers SET untold = $day, refusals = refusals + 1 WHERE id = $id',
      { $id: id, $day: day },
    );
    await this.#erase('id = $id AND refusals >= $most', { $id: id, $most: most });
  }

  #read(condition: string, parameters: Values): Promise<StoredFollower[]> {
    return this.parts.readers.use((connection) =>
      connection.all<StoredFollower>(
        `SELECT ${COLUMNS} FROM followers WHERE ${condition}`,
        parameters,
      ),
    );
  }

  #write(sql: string, parameters: Values): Promise<number> {
    return this.parts.writer.transaction((connection) => connection.run(sql, parameters));
  }

  /** What is deleted is overwritten (`secure_delete`), and gone from the log too. */
  async #erase(condition: string, parameters: Values): Promise<number> {
    const erased = await this.#write(`DELETE FROM followers WHERE ${condition}`, parameters);
    if (erased > 0) await this.parts.writer.flushLog();
    return erased;
  }
}
