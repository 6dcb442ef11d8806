import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countDown, readingTime } from '@/entrypoints/strip.content/reading-time';

describe('how long a strip stays', () => {
  it('is 12 s and 0.4 s a word, numbers and dashes told apart, at most 40 s', () => {
    expect(readingTime('')).toBe(12_000);
    expect(readingTime('Podaj numer – i godziny', null, '§ 7 ust. 5')).toBe(12_000 + 7 * 400);
    expect(readingTime('słowo '.repeat(500))).toBe(40_000);
  });
});

describe('the countdown', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  const started = (duration: number) => {
    const end = vi.fn();
    const stop = new AbortController();
    return { end, stop, time: countDown(duration, end, stop.signal) };
  };

  it('ends once', () => {
    const { end } = started(20_000);
    vi.advanceTimersByTime(19_999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('stands still until the last reason to stand is gone', () => {
    const { end, time } = started(20_000);
    vi.advanceTimersByTime(5_000);
    time.pause('pointer', true);
    time.pause('focus', true);
    time.pause('pointer', false);
    vi.advanceTimersByTime(600_000);
    expect(end).not.toHaveBeenCalled();
    time.pause('focus', false);
    vi.advanceTimersByTime(14_999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('leaves three seconds to a clerk who has just looked away from it', () => {
    const { end, time } = started(20_000);
    vi.advanceTimersByTime(19_900);
    time.pause('pointer', true);
    time.pause('pointer', false);
    vi.advanceTimersByTime(2_999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('never ends once it was stopped', () => {
    const { end, stop, time } = started(20_000);
    stop.abort();
    time.pause('tab', true);
    time.pause('tab', false);
    vi.advanceTimersByTime(600_000);
    expect(end).not.toHaveBeenCalled();
  });
});
