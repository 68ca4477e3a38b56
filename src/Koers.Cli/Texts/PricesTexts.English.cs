namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers prices</c>.</summary>
internal static class EnglishPrices
{
    public static PricesTexts Texts { get; } = new()
    {
        Command = "Say what one more euro or fte, and giving way on a frame, is worth.",
        Example = "what is one more euro or fte worth?",
        ExampleJson = "the same, for a script",
        Relief = "How much more is tried, as a share of what there is: 0.05 or 5%. Default 5%.",
        Confirm = "How many are confirmed by planning again, the highest first, then those with price 0 closest to their limit: 0 to 1000. Default 10.",
        ShareValue = "share",
        BadRelief = "{0} \"{1}\" is not a share; expected more than 0 and at most 1, for example 0.05 or 5%.",
        BadConfirm = "{0} \"{1}\" is not a number of means; expected a whole number from 0 to {2}.",
        Title = "Prices of {0}",
        Worth = "The plan is worth {0}. No plan can be worth more than {1}; its certificate, from which the prices come, proves {2}.",
        Made = "The plan has no certificate of this problem; one was made for these prices.",
        Improved = "On the way a better plan was found, by {0} points; what follows starts from it.",
        Confirmed = "What {0} more brings, planned again",
        ConfirmedHow = "Each row is the problem with one thing eased by that much; a lower limit is eased by going down. Price: points per unit, from the certificate. At that "
            + "price: what the amount would be worth. Found: by how much the best plan found with it is better. At most: no plan gains more.",
        NothingFound = "Where 0 is found, more brings nothing as far as planning could find: whole initiatives do not always fit in what is added.",
        Others = "The others with a price ({0})",
        OthersHow = "By price only; not planned again (see --confirm).",
        Free = "{0} of {1} budget-years, capacity-periods and frames have price 0: more of one of them does not raise what the certificate proves that a plan can be worth at most.",
        AllFree = "Nothing has a price: more of one thing does not raise what the certificate proves that a plan can be worth at most.",
        FreeMay = "That does not say that it brings nothing: with more of it a whole initiative may fit.",
        FreeTried = "Of these, the one closest to its limit was planned again (above); the others were not tried."
            + "|Of these, the {0} closest to their limit were planned again (above); the others were not tried.",
        FreeAllTried = "All of these were planned again (above).",
        FreeNotTried = "None of these was tried (see --confirm).",
        Incomplete = "Stopped before everything was confirmed.",
        Means = "What changes",
        More = "By",
        PerUnit = "Price",
        AtPrice = "At price",
        Found = "Found",
        AtMost = "At most",
        FrameLower = "{0}, lower limit",
        FrameUpper = "{0}, upper limit",
    };
}
