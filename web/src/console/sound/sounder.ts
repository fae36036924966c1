/**
 * The console's voice, made by Web Audio so that it needs no file and no network. Browsers keep a page mute until
 * it has been clicked: `arm` must be called from that click.
 */
export type SoundState = "off" | "armed" | "suspended";

/** Two tones a fourth apart, changing three times in two seconds: heard across a ward, unlike any telephone. */
const SIREN = { low: 740, high: 988, changesPerSecond: 1.5, gain: 0.35 };

export class Sounder {
  private context: AudioContext | null = null;
  private siren: { stop: () => void } | null = null;
  private readonly listeners = new Set<() => void>();

  get state(): SoundState {
    if (this.context === null) return "off";
    return this.context.state === "running" ? "armed" : "suspended";
  }

  get sirenOn(): boolean {
    return this.siren !== null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts or resumes sound and plays the test beep. Call it from a click. */
  async arm(): Promise<SoundState> {
    if (this.context === null) {
      this.context = new AudioContext({ latencyHint: "interactive" });
      this.context.addEventListener("statechange", this.tell);
    }
    // A context without a sound card stays pending for ever; the state tells the truth either way.
    await Promise.race([this.context.resume(), new Promise((done) => setTimeout(done, 1_000))]);
    this.beep();
    this.tell();
    return this.state;
  }

  /** Ends the shift: silence, and the card is given back. */
  async disarm(): Promise<void> {
    this.setSiren(false);
    const context = this.context;
    this.context = null;
    context?.removeEventListener("statechange", this.tell);
    await context?.close();
    this.tell();
  }

  setSiren(on: boolean): void {
    if (on === this.sirenOn) return;
    if (on) {
      this.siren = this.startSiren();
    } else {
      this.siren?.stop();
      this.siren = null;
    }
    this.tell();
  }

  beep(): void {
    this.tone(880, 0, 0.18, 0.25);
  }

  chime(): void {
    this.tone(659, 0, 0.5, 0.16);
    this.tone(523, 0.22, 0.7, 0.16);
  }

  /** The console's own fault: low and short, unlike an alarm. */
  fault(): void {
    this.tone(220, 0, 0.2, 0.3);
    this.tone(220, 0.3, 0.2, 0.3);
  }

  private startSiren(): { stop: () => void } | null {
    const context = this.context;
    if (context === null) return null;
    const tone = context.createOscillator();
    const change = context.createOscillator();
    const depth = context.createGain();
    const loud = context.createGain();
    tone.type = "triangle";
    tone.frequency.value = (SIREN.low + SIREN.high) / 2;
    change.type = "square";
    change.frequency.value = SIREN.changesPerSecond / 2;
    depth.gain.value = (SIREN.high - SIREN.low) / 2;
    loud.gain.value = SIREN.gain;
    change.connect(depth).connect(tone.frequency);
    tone.connect(loud).connect(context.destination);
    tone.start();
    change.start();
    return {
      stop: () => {
        tone.stop();
        change.stop();
        loud.disconnect();
      },
    };
  }

  private tone(frequency: number, delay: number, length: number, gain: number): void {
    const context = this.context;
    if (context === null) return;
    const start = context.currentTime + delay;
    const oscillator = context.createOscillator();
    const envelope = context.createGain();
    oscillator.frequency.value = frequency;
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(gain, start + 0.015);
    envelope.gain.exponentialRampToValueAtTime(0.001, start + length);
    oscillator.connect(envelope).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }

  private readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };
}
