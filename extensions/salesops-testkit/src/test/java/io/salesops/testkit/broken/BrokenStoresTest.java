package io.salesops.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contracts catch each broken store, by the name of the clause that it breaks, and nothing in a store that is right. */
class BrokenStoresTest {
    private static final List<String> ENGINES = List.of("junit-jupiter", "jqwik");

    @TempDir
    private Path folder;

    private record Broken(Class<?> store, List<String> clauses) {

        Arguments arguments() {
            return Arguments.argumentSet(
                    store.getEnclosingClass().getSimpleName() + "." + store.getSimpleName(), store, clauses);
        }
    }

    static Stream<Arguments> broken() {
        return stores().map(Broken::arguments);
    }

    private static Stream<Broken> stores() {
        return Stream.of(
                caught(FaultyVersions.NoVersionCheck.class, "aStaleSaveIsRefused", "aStoreBehavesLikeAMapWithVersions"),
                caught(FaultyVersions.NoVersionCheckOnDelete.class, "aStaleDeleteIsRefused"),
                caught(FaultyVersions.LostUpdate.class, "oneOfManyWritersWins", "concurrentIncrementsLoseNothing"),
                caught(FaultyVersions.DeletesLater.class, "oneOfManySavesAndDeletesWins"),
                caught(FaultyVersions.NegativeVersionIsNone.class, "aNegativeVersionIsRefused"),
                caught(FaultyVersions.VersionsRestart.class, "aVersionContinuesAfterADelete"),
                caught(FaultyVersions.FieldLost.class, "whatIsSavedIsFound"),
                caught(FaultyVersions.CaseBlindIds.class, "manyAreFoundInTheOrderAskedFor"),
                caught(FaultyVersions.LeakingTenant.class, "tenantsShareNothing"),
                caught(FaultyVersions.LeakingBatch.class, "tenantsShareNothing"),
                caught(FaultyVersions.ReturnsTheOldVersion.class, "eachSaveCountsOneVersion"),
                caught(FaultyVersions.LazyFields.class, "whatWasReturnedDoesNotChange"),
                caught(FaultyColumns.NamesCutShort.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.LinesJoined.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.TabsReplaced.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.AmountsAsDoubles.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.LongsAsInts.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.InstantsCutToMilliseconds.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.SecondsIn32Bits.class, "whatIsSavedIsFound"),
                caught(FaultyColumns.NothingBefore1970.class, "whatIsSavedIsFound"),
                caught(FaultyLengths.ScanCutShort.class, "thousandsAreScanned"),
                caught(FaultyLengths.ConditionalScanCutShort.class, "thousandsAreScanned"),
                caught(FaultyLengths.PagesWithoutSnapshot.class, "aScanOfThousandsIsAsOfItsBeginning"),
                caught(FaultyLengths.FindAllCutShort.class, "thousandsAreSavedAndFound"),
                caught(FaultyLengths.FindAllOverflows.class, "thousandsAreSavedAndFound"),
                caught(FaultyLongLogs.ReadingCutShort.class, "thousandsAreRead"),
                caught(FaultyLongLogs.ScanCutShort.class, "thousandsAreRead"),
                caught(FaultyLongLogs.PagesWithoutSnapshot.class, "aReadingOfThousandsIsAsOfItsBeginning"),
                caught(FaultyLongOutboxes.ReadingCutShort.class, "thousandsAreRead"),
                caught(FaultyLongOutboxes.PagesWithoutSnapshot.class, "aReadingOfThousandsIsAsOfItsBeginning"),
                caught(FaultyBatches.SavedInOrderOfIds.class, "manyAreSavedTogether"),
                caught(FaultyBatches.EmptyBatchIsAnError.class, "anEmptyBatchDoesNothing"),
                caught(FaultyBatches.TornBatches.class, "concurrentBatchesAreSavedWhole"),
                caught(FaultyBatches.PartialSaveAll.class, "manyAreSavedAllOrNothing"),
                caught(FaultyBatches.LastOfTwo.class, "twoValuesOfOneIdAreRefused"),
                caught(FaultyBatches.HalfBatchSeen.class, "readersFindBatchesWhole"),
                caught(FaultyBatches.BatchInOrderOfIds.class, "manyAreFoundInTheOrderAskedFor"),
                caught(FaultyBatches.BatchCutShort.class, "thousandsAreSavedAndFound"),
                caught(FaultyBatches.KeepsTheCallersList.class, "whatWasPassedInMayChange"),
                caught(FaultyScans.UnknownIsTrue.class, "aScanGivesWhatMeetsTheCriteria"),
                caught(FaultyScans.WrongOrder.class, "aScanIsInTheOrderOfIds"),
                caught(FaultyScans.OrderOfCodePoints.class, "aScanIsInTheOrderOfIds"),
                caught(FaultyScans.LiveScan.class, "aScanIsAsOfItsBeginning"),
                caught(
                        FaultyScans.UnclosedCursor.class,
                        "aScanIsClosedWhenItsBodyReturns",
                        "aScanIsClosedWhenItsBodyThrows"),
                caught(FaultyScans.ClosedOnReturnOnly.class, "aScanIsClosedWhenItsBodyThrows"),
                caught(FaultyScans.ConnectionKept.class, "aScanLeavesNothingOpen"),
                caught(FaultyScans.WrapsExceptions.class, "aScanIsClosedWhenItsBodyThrows"),
                caught(FaultyScans.OnePass.class, "scansNest"),
                caught(FaultyLogs.NoExpectation.class, "aStaleAppendIsRefused", "aLogBehavesLikeAList"),
                caught(FaultyLogs.CheckThenAct.class, "oneOfManyWritersWins"),
                caught(FaultyLogs.Gaps.class, "aStaleAppendIsRefused"),
                caught(FaultyLogs.PartialAppend.class, "aForeignEntryIsRefused"),
                caught(FaultyLogs.ForeignEntries.class, "aForeignEntryIsRefused"),
                caught(FaultyLogs.EmptyUnchecked.class, "anEmptyAppendChecksItsExpectation"),
                caught(FaultyLogs.ReadsFrom.class, "whatIsAddedIsRead"),
                caught(FaultyLogs.WrongOrder.class, "aScanGivesWhatMeetsTheCriteria"),
                caught(FaultyLogs.OrderOfCodePoints.class, "aScanIsInTheOrderOfKeys"),
                caught(FaultyLogs.EverythingFound.class, "aScanGivesWhatMeetsTheCriteria"),
                caught(FaultyReadings.UnclosedReading.class, "aReadingIsClosedWhenItsBodyReturns"),
                caught(FaultyReadings.LiveReading.class, "aReadingIsAsOfItsBeginning"),
                caught(FaultyLogs.NegativeIsStale.class, "aNegativeSequenceIsRefused"),
                caught(FaultyLogs.KeepsTheCallersList.class, "whatWasPassedInMayChange"),
                caught(FaultyLogs.CountsAllKeys.class, "eachKeyHasItsOwnLog"),
                caught(FaultyLogs.NothingOnConflict.class, "concurrentAppendsLoseNothing"),
                caught(FaultyReadings.OnePass.class, "readingsNest"),
                caught(FaultyReadings.ClosedOnReturnOnly.class, "aReadingIsClosedWhenItsBodyThrows"),
                caught(FaultyReadings.ConnectionKept.class, "aReadingLeavesNothingOpen"),
                caught(FaultyLogs.LeakingTenant.class, "tenantsShareNothing"),
                caught(FaultyUnits.Partial.class, "nothingIsKeptOfWorkThatThrows", "othersSeeNothingBeforeTheEnd"),
                caught(FaultyUnits.KeptOnError.class, "nothingIsKeptOfWorkThatThrows"),
                caught(FaultyUnits.OnePortOutside.class, "nothingIsKeptOfWorkThatThrows", "aStaleWriteUndoesTheWork"),
                caught(FaultyUnits.LastOneWins.class, "theSecondOfTwoUnitsIsRefused"),
                caught(FaultyUnits.PortsStayOpen.class, "thePortsAreOfNoUseAfterTheEnd"),
                caught(FaultyUnits.UnknownPortMisnamed.class, "anUnknownPortIsRefused"),
                caught(FaultyUnits.LeakingTenant.class, "tenantsShareNothing"),
                caught(
                        FaultyConflicts.InsertsOver.class,
                        "theSecondToInsertIsRefused",
                        "ofTwoUnitsThatHaveWrittenOneIsKept"),
                caught(FaultyConflicts.BringsBack.class, "aSaveOfWhatOthersDeletedIsRefused"),
                caught(FaultyConflicts.DeletesAnyway.class, "aDeleteOfWhatOthersWroteIsRefused"),
                caught(
                        FaultyConflicts.ChecksEarly.class,
                        "ofTwoUnitsThatHaveWrittenOneIsKept",
                        "concurrentUnitsLoseNothing"),
                caught(FaultyConflicts.NothingKept.class, "whatWasWrittenIsKept"),
                caught(FaultyConflicts.ReadsOutside.class, "theWorkSeesWhatItWrote"),
                caught(
                        FaultyConflicts.LedgerOutside.class,
                        "anAppendIsKeptWithItsUnit",
                        "noEntryIsKeptOfAUnitThatFails",
                        "aLogIsOfNoUseAfterItsUnit"),
                caught(FaultyConflicts.LedgerChecksEarly.class, "ofTwoUnitsOnOneLogOneIsKept"),
                caught(
                        FaultyConflicts.OpportunitiesOutside.class,
                        "aValueIsKeptWithItsUnit",
                        "noValueIsKeptOfAUnitThatFails",
                        "aRepositoryIsOfNoUseAfterItsUnit"),
                caught(FaultyConflicts.RefusalUnsaid.class, "ofTwoUnitsOverOneValueOneIsKept"),
                caught(FaultyOutboxes.AddsAgain.class, "anEventIsAddedOnce"),
                caught(FaultyOutboxes.PartialAdd.class, "anotherEventOfAnIdIsRefused"),
                caught(FaultyOutboxes.FirstOneStays.class, "anotherEventOfAnIdIsRefused"),
                caught(FaultyOutboxes.OnePosition.class, "eachFollowerHasItsOwnPosition"),
                caught(FaultyOutboxes.AdvancesAnyway.class, "aStaleAdvanceIsRefused", "aFollowerIsAdvancedOnce"),
                caught(FaultyOutboxes.ReadsFrom.class, "whatIsAddedIsRead"),
                caught(FaultyOutboxes.LeakingTenant.class, "tenantsShareNothing"),
                caught(FaultyOutboxes.NegativeIsNone.class, "aNegativeSequenceIsRefused"),
                caught(FaultyOutboxes.LiveReading.class, "aReadingIsAsOfItsBeginning"),
                caught(FaultyOutboxes.UnclosedReading.class, "aReadingIsClosed"),
                caught(FaultyOutboxes.ImpossibleIgnored.class, "anImpossibleAdvanceIsRefused"),
                caught(FaultyOutboxes.PositionsOutside.class, "anAdvanceIsKeptWithItsUnit"),
                caught(FaultyOutboxes.AdvancesLate.class, "eventsAreDealtWithOnce"),
                caught(FaultyOutboxes.NumbersBeforeItShows.class, "aFollowerMissesNothing"),
                caught(FaultyOutboxes.NumbersBeforeCommit.class, "noFollowerMissesAnEventOfALongUnit"),
                caught(
                        FaultyOutboxes.OutsideTheUnit.class,
                        "anEventIsKeptWithItsUnit",
                        "noEventIsKeptOfAUnitThatFails"));
    }

    private static Broken caught(Class<?> broken, String... clauses) {
        return new Broken(broken, List.of(clauses));
    }

    /** The clauses of a contract, or of a class that implements one, as the interface that states it and its name. */
    private static Stream<String> clauses(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class) || method.isAnnotationPresent(Test.class))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName());
    }

    @Test
    void everyClauseHasAStoreThatBreaksIt() {
        Set<String> broken = stores().flatMap(each -> clauses(each.store())
                        .filter(clause -> each.clauses().contains(clause.substring(clause.indexOf('.') + 1))))
                .collect(Collectors.toSet());

        assertThat(stores().map(Broken::store)
                        .flatMap(BrokenStoresTest::clauses)
                        .distinct()
                        .filter(clause -> !broken.contains(clause)))
                .as("clauses that no broken store is caught by")
                .isEmpty();
    }

    @Test
    void everyCaughtClauseIsThere() {
        assertThat(stores().flatMap(each -> each.clauses().stream()
                        .filter(name -> clauses(each.store()).noneMatch(clause -> clause.endsWith("." + name)))
                        .map(name -> each.store().getSimpleName() + ": " + name)))
                .as("names of clauses that the contract of the store does not have")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isCaught(Class<?> store, List<String> clauses) {
        assertThat(failures(store))
                .as("clauses that fail for %s", store.getSimpleName())
                .containsAll(clauses);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RightStores.RightAccounts.class,
                RightStores.RightLedger.class,
                RightStores.RightOpportunities.class,
                RightStores.RightOutbox.class,
                RightStores.RightUnits.class
            })
    void nothingFailsForAStoreThatIsRight(Class<?> store) {
        assertThat(failures(store))
                .as("clauses that fail for %s", store.getSimpleName())
                .isEmpty();
    }

    @Test
    void aUserMayAskForFewerTries() {
        assertThat(failures(RightStores.FewTries.class)).isEmpty();
        assertThat(RightStores.FewTries.STORES.get())
                .as("stores made, several hundred where nothing is asked for")
                .isLessThan(120);
    }

    private List<String> failures(Class<?> store) {
        return ENGINES.stream()
                .flatMap(engine -> EngineTestKit.engine(engine)
                        .selectors(selectClass(store))
                        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                        .configurationParameter(
                                "jqwik.database", folder.resolve("jqwik").toString())
                        .configurationParameter("jqwik.shrinking.default", "OFF")
                        .execute()
                        .testEvents()
                        .failed()
                        .stream())
                .map(BrokenStoresTest::method)
                .toList();
    }

    private static String method(Event event) {
        return event.getTestDescriptor()
                .getSource()
                .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
                .orElseThrow()
                .getMethodName();
    }
}
