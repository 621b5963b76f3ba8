package org.sitewatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitewatch.report.TerminalText;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: dispatches to one class per command. */
@Command(
    name = "sitewatch",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description =
        "Tells where the ground at registered heritage sites was disturbed, how sure that is, and where to go first.",
    footer = {"", "Example: sitewatch demo"})
public final class Main {

  private static final int ISO_DAY_LENGTH = 10;

  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          InitCommand.class,
          DemoCommand.class,
          SitesCommand.class,
          IngestCommand.class,
          DetectCommand.class,
          ReportCommand.class,
          ScanCommand.class,
          PlanCommand.class,
          ExplainCommand.class,
          ReviewCommand.class,
          StatusCommand.class,
          VerifyCommand.class,
          EvidenceCommand.class,
          CompareCommand.class,
          SimulateCommand.class,
          DoctorCommand.class);

  Main() {}

  public static void main(String[] args) {
    LibraryLog.startSimple();
    System.exit(execute(args));
  }

  /** Runs one command line and tells its exit code; prints to stdout and stderr only. */
  public static int execute(String... args) {
    Locale.setDefault(Locale.ROOT);
    // Else picocli looks for Groovy in every jar of the class path: a third of the time of --help.
    System.setProperty("picocli.disable.closures", "true");
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try {
      return commandLine(args)
          .setOut(out)
          .setErr(err)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .registerConverter(LocalDate.class, Main::day)
          .setDefaultValueProvider(new SettingsProvider(workspaceOf(args)))
          .setParameterExceptionHandler(Main::refuse)
          .setExecutionExceptionHandler(Main::explain)
          .execute(args);
    } catch (InvalidPathException unwritable) {
      err.println(
          "sitewatch: path '"
              + unwritable.getInput()
              + "' cannot be written in this locale; set LC_ALL=C.UTF-8");
      return ExitCode.USAGE.code();
    } catch (UserException unreadableSettings) {
      err.println("sitewatch: " + TerminalText.sentence(unreadableSettings.getMessage()));
      return unreadableSettings.exitCode().code();
    } finally {
      out.flush();
      err.flush();
    }
  }

  /**
   * All commands, but only those named on the command line with their options: to look at every
   * option of every command would double the time of {@code --help}.
   */
  static CommandLine commandLine(String... args) {
    var line = new CommandLine(new Main());
    Set<String> words = Set.of(Arrays.stream(args).distinct().toArray(String[]::new));
    for (Class<?> type : COMMANDS) {
      Command command = type.getAnnotation(Command.class);
      if (words.contains(command.name())) {
        line.addSubcommand(type);
      } else {
        CommandSpec unused = CommandSpec.create();
        unused.usageMessage().description(command.description());
        line.addSubcommand(command.name(), unused);
      }
    }
    return line;
  }

  /** The workspace named on a command line; needed before its options are read. */
  private static Path workspaceOf(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--workspace=")) {
        return Path.of(args[i].substring("--workspace=".length()));
      }
      if (args[i].startsWith("-w") && args[i].length() > 2) {
        return Path.of(args[i].substring(args[i].charAt(2) == '=' ? 3 : 2));
      }
      if (i + 1 < args.length && (args[i].equals("-w") || args[i].equals("--workspace"))) {
        return Path.of(args[i + 1]);
      }
    }
    return Path.of(".");
  }

  private static LocalDate day(String word) {
    try {
      if (word.length() == ISO_DAY_LENGTH) {
        return LocalDate.parse(word);
      }
    } catch (DateTimeParseException broken) {
      // refused below, in words without a class name
    }
    throw new TypeConversionException("'" + word + "' is not a day like 2024-09-30");
  }

  private static int refuse(ParameterException problem, String[] args) {
    PrintWriter err = problem.getCommandLine().getErr();
    err.println("sitewatch: " + TerminalText.sentence(problem.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("see '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
    }
    return problem.getCause() instanceof UserException user
        ? user.exitCode().code()
        : ExitCode.USAGE.code();
  }

  private static int explain(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = parsed.expandedArgs().stream().anyMatch(arg -> arg.matches("-v+|--verbose"));
    Optional<UserException> mistake = mistake(problem);
    if (mistake.isPresent()) {
      err.println("sitewatch: " + TerminalText.sentence(mistake.get().getMessage()));
      if (verbose) {
        problem.printStackTrace(err);
      }
      return mistake.get().exitCode().code();
    }
    err.println("sitewatch: this is a bug: " + problem);
    problem.printStackTrace(err);
    return ExitCode.FAILED.code();
  }

  /** A user's mistake; one that came up in a Spark task is the cause of what the driver throws. */
  private static Optional<UserException> mistake(Exception problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserException user) {
        return Optional.of(user);
      }
    }
    return Optional.empty();
  }
}
